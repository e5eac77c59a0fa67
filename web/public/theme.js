// Runs before the first paint so that a dark page never flashes white. Kept out of the bundle because
// the strict CSP allows no inline script. The key is the one Mantine's colour-scheme manager writes.
(function () {
  var stored = null;
  try {
    stored = window.localStorage.getItem('labeldesk-color-scheme');
  } catch {
    // Storage can be blocked; the system setting decides then.
  }
  var dark =
    stored === 'dark' ||
    (stored !== 'light' && window.matchMedia && window.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
