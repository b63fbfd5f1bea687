// Runs before anything is drawn, so that no page flashes in the wrong colours.
(function () {
  "use strict";
  let theme = null;
  try {
    theme = localStorage.getItem("quintet-admin-theme");
  } catch (refused) {
    theme = null;
  }
  if (theme === "light" || theme === "dark") {
    document.documentElement.dataset.theme = theme;
  }
})();
