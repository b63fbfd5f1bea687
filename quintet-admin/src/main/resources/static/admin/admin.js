// What makes the admin a pleasure where scripts run. Everything works without.
import { watchLists } from "./lists.js";
import { watchForms } from "./forms.js";
import { openPalette } from "./palette.js";

function watchTheme() {
  const button = document.querySelector("[data-theme-toggle]");
  if (!button) {
    return;
  }
  button.hidden = false;
  button.addEventListener("click", () => {
    const root = document.documentElement;
    const dark =
      root.dataset.theme === "dark" ||
      (!root.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
    root.dataset.theme = dark ? "light" : "dark";
    try {
      localStorage.setItem("quintet-admin-theme", root.dataset.theme);
    } catch (refused) {
      // The choice then lasts for this page.
    }
  });
}

function watchSide() {
  const button = document.querySelector(".nav-toggle");
  const side = document.getElementById("nav");
  if (!button || !side) {
    return;
  }
  const close = () => {
    document.body.classList.remove("nav-open");
    button.setAttribute("aria-expanded", "false");
  };
  button.addEventListener("click", () => {
    const open = document.body.classList.toggle("nav-open");
    button.setAttribute("aria-expanded", String(open));
    if (open) {
      side.querySelector("a")?.focus();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.body.classList.contains("nav-open")) {
      close();
      button.focus();
    }
  });
  side.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
}

function watchMenus() {
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    }
  });
}

function watchKeys() {
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      openPalette();
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      const save = document.querySelector("[name=_save]");
      if (save) {
        event.preventDefault();
        save.form.requestSubmit(save);
      }
    } else if (event.key === "/" && !typing) {
      const search = document.getElementById("searchbar");
      if (search) {
        event.preventDefault();
        search.focus();
        search.select();
      }
    }
  });
  const button = document.querySelector("[data-palette]");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", openPalette);
  }
}

watchTheme();
watchSide();
watchMenus();
watchKeys();
watchLists();
watchForms();
