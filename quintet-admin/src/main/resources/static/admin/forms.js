// Forms: rows of inlines, slugs, windows for related rows, a warning before work is lost.

const LETTERS = /[\u0300-\u036f]/g;

function slug(text) {
  return text
    .normalize("NFKD")
    .replace(LETTERS, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/[-\s]+/g, "-");
}

function prepopulate(form) {
  const rules = form.dataset.prepopulated ? JSON.parse(form.dataset.prepopulated) : {};
  for (const [target, sources] of Object.entries(rules)) {
    const field = document.getElementById(target);
    let own = field.value !== "";
    field.addEventListener("input", () => {
      own = field.value !== "";
    });
    const fill = () => {
      if (!own) {
        const most = Number(field.maxLength) > 0 ? Number(field.maxLength) : 1000;
        const text = sources.map((id) => document.getElementById(id).value).join(" ");
        field.value = slug(text).slice(0, most);
      }
    };
    for (const id of sources) {
      document.getElementById(id).addEventListener("input", fill);
    }
  }
}

// A row of an inline may hold inlines of its own: only what is not in one of those is looked at.
function own(inline, selector) {
  return Array.from(inline.querySelectorAll(selector)).find(
    (one) => one.closest("[data-inline]") === inline,
  );
}

function addRow(inline) {
  const prefix = inline.dataset.inline;
  const template = own(inline, "template");
  const total = own(inline, `[name="${prefix}-TOTAL_FORMS"]`);
  const most = own(inline, `[name="${prefix}-MAX_NUM_FORMS"]`);
  const number = Number(total.value);
  if (most && number >= Number(most.value)) {
    return;
  }
  const home = own(inline, "tbody, .stack");
  const holder = document.createElement(home.tagName === "TBODY" ? "tbody" : "div");
  // Names of inlines in the new row keep places of their own.
  holder.innerHTML = template.innerHTML.replaceAll(prefix + "-__prefix__", prefix + "-" + number);
  const fresh = Array.from(holder.children);
  home.append(...fresh);
  total.value = number + 1;
  fresh[0].querySelector("input:not([type=hidden]), select, textarea")?.focus();
  document.dispatchEvent(new CustomEvent("quintet:rows", { detail: fresh }));
}

function inlines(form) {
  form.addEventListener("click", (event) => {
    const button = event.target.closest(".more button, .more input[type=submit]");
    const inline = button?.closest("[data-inline]");
    if (inline && own(inline, "template")) {
      event.preventDefault();
      addRow(inline);
    }
  });
  form.addEventListener("change", (event) => {
    if (event.target.name?.endsWith("-DELETE")) {
      const row = event.target.closest("tr, .stacked-row");
      row.classList.toggle("going", event.target.checked);
      const below = row.nextElementSibling;
      if (below?.matches("tr.below")) {
        below.classList.toggle("going", event.target.checked);
      }
    }
  });
}

let waiting = null;

function popups() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-popup]");
    if (link) {
      event.preventDefault();
      waiting = link;
      window.open(link.href, "quintet-related", "width=900,height=700,resizable=yes,scrollbars=yes");
    }
  });
  window.addEventListener("message", (event) => {
    if (event.origin !== location.origin || !event.data?.admin || !waiting) {
      return;
    }
    const field = document.getElementById(waiting.dataset.for);
    if (field?.tagName === "SELECT") {
      let option = Array.from(field.options).find((one) => one.value === event.data.key);
      if (!option) {
        option = new Option(event.data.label, event.data.key);
        field.append(option);
      }
      option.text = event.data.label;
      option.selected = true;
    } else if (field) {
      field.value = event.data.key;
    }
    field?.dispatchEvent(new Event("change", { bubbles: true }));
    waiting = null;
  });
}

function leaving(form) {
  let dirty = false;
  form.addEventListener("input", () => {
    dirty = true;
  });
  form.addEventListener("change", () => {
    dirty = true;
  });
  form.addEventListener("submit", () => {
    dirty = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (dirty) {
      event.preventDefault();
    }
  });
}

export function watchForms() {
  const form = document.getElementById("edit");
  if (!form) {
    return;
  }
  prepopulate(form);
  inlines(form);
  popups();
  leaving(form);
  const wrong = document.querySelector(".errornote");
  if (wrong) {
    wrong.focus();
  } else if (!matchMedia("(max-width: 720px)").matches) {
    form.querySelector(".fieldset input:not([type=hidden]), .fieldset select, .fieldset textarea")?.focus({ preventScroll: true });
  }
}
