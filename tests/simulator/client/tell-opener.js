opener?.postMessage({ connected: true }, '*');
