// "Agree and Continue" stays grey until the list of permissions was scrolled to its end.
simulator.wireScrolling = (root = document) => {
  const list = root.querySelector('[data-scroll-to-agree]');
  list?.addEventListener('scroll', () => {
    if (list.scrollTop + list.clientHeight < list.scrollHeight - 2) return;
    for (const control of simulator.all('[data-confirm]', root)) simulator.setEnabled(control, true);
  });
};
simulator.wireScrolling();
