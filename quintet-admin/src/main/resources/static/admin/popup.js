// Tells the window that opened this one what was saved.
const { action, key, label } = document.body.dataset;
if (window.opener) {
  window.opener.postMessage({ admin: action, key, label }, location.origin);
}
window.close();
