// `data-worker` on the document says when the worker controls the site, for tests to wait for.
const mark = document.querySelector('[data-service-worker]');
const workerPolicy = globalThis.trustedTypes?.createPolicy('simulator-worker', {
  createScriptURL: (url) => url,
});
const workerUrl = mark.dataset.serviceWorker;

navigator.serviceWorker
  .register(workerPolicy ? workerPolicy.createScriptURL(workerUrl) : workerUrl, { scope: '/' })
  .then(() => navigator.serviceWorker.ready)
  .then(() => {
    document.documentElement.dataset.worker = 'ready';
  });
