// A page that puts its own children in place again and again, or throws out what is not its own.
const every = 200;
const own = '.page, #shell, [data-service-worker], script';
let pressed = false;

function removeForeign() {
  for (const element of document.documentElement.children)
    if (element !== document.head && element !== document.body) element.remove();
  for (const element of document.body.children) if (!element.matches(own)) element.remove();
}

function replaceChildren() {
  // A click whose element was moved between press and release would be lost, which no framework does.
  if (!pressed) document.body.replaceChildren(...document.querySelectorAll('body > .page, body > #shell'));
}

addEventListener(
  'pointerdown',
  () => {
    pressed = true;
  },
  true,
);
addEventListener(
  'pointerup',
  () => {
    setTimeout(() => {
      pressed = false;
    });
  },
  true,
);

simulator.rerender = () => {
  const mode = document.querySelector('[data-rerender]')?.dataset.rerender;
  if (mode === 'replace-children') setInterval(replaceChildren, every);
  if (mode === 'remove-foreign') setInterval(removeForeign, every);
};
simulator.rerender();
