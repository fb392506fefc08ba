// How a confirm control leads on: by its form, by a link, or by a script that fetches the address.
// `control.closest` stops at a shadow root, so the way up goes over the hosts.
globalThis.simulator = {
  /** All elements that fit, inside open shadow roots too. */
  all(selector, root = document) {
    const found = [...root.querySelectorAll(selector)];
    for (const element of root.querySelectorAll('*'))
      if (element.shadowRoot) found.push(...simulator.all(selector, element.shadowRoot));
    return found;
  },

  closest(element, selector) {
    const here = element.closest(selector);
    const host = element.getRootNode().host;
    return here ?? (host ? simulator.closest(host, selector) : null);
  },

  setEnabled(control, enabled) {
    if (control instanceof HTMLButtonElement) {
      control.disabled = !enabled;
      return;
    }
    control.toggleAttribute('aria-disabled', false);
    if (enabled) control.href = simulator.closest(control, '[data-to]').dataset.to;
    else {
      control.removeAttribute('href');
      control.setAttribute('aria-disabled', 'true');
    }
  },

  async send(form) {
    const answer = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form)),
    });
    const { location: to } = await answer.json();
    location.href = to;
  },

  /** Wires the confirm controls below `root`. */
  wire(root = document) {
    for (const form of simulator.all('form[data-handoff="fetch"]', root)) {
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        simulator.send(form);
      });
    }
    for (const control of simulator.all('[data-confirm]', root)) {
      if (control instanceof HTMLAnchorElement) {
        simulator.setEnabled(control, control.getAttribute('aria-disabled') !== 'true');
        continue;
      }
      // A button in a shadow root of its own belongs to no form.
      control.addEventListener('click', () => {
        if (!control.form) simulator.closest(control, 'form')?.requestSubmit();
      });
    }
  },
};
simulator.wire();
