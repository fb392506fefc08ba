location.replace(document.querySelector('[data-replace]').dataset.replace);
