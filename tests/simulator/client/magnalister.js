// The plug-in's button: a question, an AJAX call, and only then the pop-up, which browsers may block.
async function showStatus() {
  const answer = await fetch('/admin/magnalister/status');
  const kinds = await answer.json();
  for (const line of document.querySelectorAll('[data-status]'))
    line.textContent = kinds.includes(line.dataset.status) ? 'Token: valid' : 'Token: missing or expired';
}

function pollUntilClosed(popup) {
  const timer = setInterval(() => {
    if (!popup.closed) return;
    clearInterval(timer);
    showStatus();
  }, 100);
}

async function requestToken(button) {
  if (!confirm(button.dataset.question)) return;
  const answer = await fetch(button.dataset.requestToken, { method: 'POST' });
  const { url } = await answer.json();
  const popup = open(url, 'magnalister-token', 'popup,width=900,height=800');
  button.parentElement.querySelector('[data-blocked]').hidden = popup !== null;
  if (popup && button.dataset.opener === 'polling') pollUntilClosed(popup);
}

for (const button of document.querySelectorAll('[data-request-token]'))
  button.addEventListener('click', () => requestToken(button));
addEventListener('message', (event) => {
  if (event.origin.endsWith('.magnalister.example') && event.data?.connected) showStatus();
});
