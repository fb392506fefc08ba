// The page stands for a moment, so that it can be read; then it leads on.
setTimeout(() => {
  location.href = document.querySelector('[data-onward]').dataset.onward;
}, 500);
