// The consent page: Confirm follows the tick, Cancel does what the switch says, and shadow roots get the styles.
simulator.wireConsent = (root = document) => {
  const ticks = simulator.all('[data-tick]', root);
  const confirms = simulator.all('[data-confirm]', root);
  for (const tick of ticks)
    tick.addEventListener('change', () => {
      for (const confirm of confirms) simulator.setEnabled(confirm, tick.checked);
    });
  for (const cancel of simulator.all('[data-cancel]', root))
    cancel.addEventListener('click', () => {
      if (cancel.dataset.cancel === 'home') location.assign('/home');
      if (cancel.dataset.cancel === 'close') close();
    });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([...document.querySelectorAll('style')].map((style) => style.textContent).join('\n'));
  for (const element of simulator.all('kat-panel, kat-checkbox, kat-button', root))
    element.shadowRoot.adoptedStyleSheets = [sheet];
};
simulator.wireConsent();
