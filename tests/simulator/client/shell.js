// The page that the service worker keeps: fills itself with the consent that its address asks for.
const shell = document.getElementById('shell');
const policy = globalThis.trustedTypes?.createPolicy('simulator-shell', { createHTML: (markup) => markup });

async function fill() {
  const answer = await fetch(`${shell.dataset.fragment}${location.search}`);
  const { markup, location: elsewhere } = await answer.json();
  if (elsewhere) {
    location.replace(elsewhere);
    return;
  }
  shell.setHTMLUnsafe(policy ? policy.createHTML(markup) : markup);
  simulator.wire(shell);
  simulator.wireConsent?.(shell);
  simulator.wireScrolling?.(shell);
  simulator.rerender?.();
}
fill();
