// "Continue with Google" and the like only say that they are not simulated.
for (const button of document.querySelectorAll('[data-notice]')) {
  button.addEventListener('click', () => {
    const area = button.closest('[data-notice-area]');
    const notice = area.querySelector('[role="status"]') ?? area.appendChild(document.createElement('p'));
    notice.setAttribute('role', 'status');
    notice.textContent = button.dataset.notice;
  });
}
