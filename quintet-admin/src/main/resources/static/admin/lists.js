// Lists: what htmx does not do by itself; ticking rows, rows that are saved as they are changed.

function ticks(list) {
  return Array.from(list.querySelectorAll("input[name=_selected_action]"));
}

function count(list) {
  const all = ticks(list);
  const ticked = all.filter((box) => box.checked);
  const head = list.querySelector("[data-tick-all]");
  if (head) {
    head.checked = all.length > 0 && ticked.length === all.length;
    head.indeterminate = ticked.length > 0 && ticked.length < all.length;
  }
  const said = list.querySelector(".ticked");
  if (said) {
    said.classList.remove("done");
    said.textContent =
      ticked.length === 0
        ? ""
        : ticked.length === 1
          ? said.dataset.one
          : said.dataset.many.replace("%s", ticked.length);
  }
  for (const box of all) {
    box.closest("tr").classList.toggle("chosen", box.checked);
  }
  const across = list.querySelector(".across");
  if (across) {
    across.hidden = !(all.length > 0 && ticked.length === all.length);
    if (across.hidden) {
      across.querySelector("input").checked = false;
    }
  }
}

const list = () => document.querySelector("[data-swap]");

// What a list needs each time it is new on the page.
function prepare() {
  const at = list();
  if (!at) {
    return;
  }
  if (matchMedia("(max-width: 1080px)").matches) {
    at.querySelector(".filters > details")?.removeAttribute("open");
  }
  const head = at.querySelector("[data-tick-all]");
  if (head) {
    head.hidden = false;
  }
  count(at);
}

let last = null;

function tick(event) {
  const at = list();
  if (event.target.matches("[data-tick-all]")) {
    ticks(at).forEach((box) => {
      box.checked = event.target.checked;
    });
    count(at);
    return;
  }
  const box = event.target.closest("input[name=_selected_action]");
  if (!box) {
    return;
  }
  const all = ticks(at);
  if (event.shiftKey && all.includes(last)) {
    const [from, to] = [all.indexOf(last), all.indexOf(box)].sort((a, b) => a - b);
    all.slice(from, to + 1).forEach((one) => {
      one.checked = box.checked;
    });
  }
  last = box;
  count(at);
}

function choose(event) {
  const chosen = event.target.closest("[data-popup-choose]");
  if (chosen && window.opener) {
    event.preventDefault();
    window.opener.postMessage(
      { admin: "lookup", key: chosen.dataset.popupChoose, label: chosen.dataset.label },
      location.origin,
    );
    window.close();
  }
}

// A row comes back saved, or with what is wrong. Where somebody types on in it, only what the page
// must know is taken over.
function takeRow(event, row) {
  const before = row.previousElementSibling;
  if (before?.matches("tr.wrong")) {
    before.remove();
  }
  const holder = document.createElement("template");
  holder.innerHTML = event.detail.serverResponse;
  const fresh = holder.content.querySelector("tr[id]");
  const typing = row.contains(document.activeElement) && document.activeElement.matches("input:not([type=checkbox]), textarea");
  if (!fresh || !typing || !fresh.matches(".saved")) {
    return;
  }
  event.detail.shouldSwap = false;
  for (const field of fresh.querySelectorAll("input[type=hidden][name^=initial-]")) {
    const old = row.querySelector(`[name="${CSS.escape(field.name)}"]`);
    if (old) {
      old.value = field.value;
    }
  }
  row.classList.add("saved");
  row.dataset.saved = fresh.dataset.saved;
  tellSaved(row);
}

let leaving = false;

// Says that a row was saved, to those who cannot see it as well.
function tellSaved(row) {
  const said = list().querySelector(".ticked");
  if (said && row?.dataset.saved) {
    said.textContent = "✓ " + row.dataset.saved;
    said.classList.add("done");
  }
}

function watchHtmx() {
  // Who saves all rows saves none of them alone.
  document.addEventListener("submit", (event) => {
    leaving ||= event.target.id === "list-form" && !event.defaultPrevented;
  });
  window.addEventListener("pageshow", () => {
    leaving = false;
  });
  document.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.verb === "get" && event.detail.parameters.q === "") {
      delete event.detail.parameters.q;
    }
  });
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (leaving && event.detail.requestConfig.verb === "post") {
      event.preventDefault();
      return;
    }
    event.detail.target?.closest("tr")?.classList.remove("saved");
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    const target = event.detail.target;
    if (target.matches("tr[id]")) {
      takeRow(event, target);
    } else if (target.matches("[data-swap]") && !event.detail.serverResponse.includes("data-swap")) {
      // Another page, such as the one to sign in: gone to as a whole.
      event.detail.shouldSwap = false;
      location.assign(event.detail.pathInfo.requestPath);
    }
  });
  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.requestConfig.verb === "get") {
      location.assign(event.detail.pathInfo.requestPath);
    } else {
      const form = document.getElementById("list-form");
      form?.requestSubmit(form.querySelector("[data-save-list]"));
    }
  });
  document.addEventListener("htmx:sendError", () => location.reload());
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.matches("[data-swap]")) {
      prepare();
    } else if (event.target.matches("tr.saved")) {
      tellSaved(event.target);
    }
  });
  document.addEventListener("htmx:historyRestore", prepare);
}

export function watchLists() {
  if (!list()) {
    return;
  }
  document.addEventListener("click", (event) => {
    if (!list()?.contains(event.target)) {
      return;
    }
    tick(event);
    choose(event);
    if (event.target.closest("[data-save-list]")) {
      const action = list().querySelector("#action");
      if (action) {
        action.disabled = true;
      }
    }
  });
  watchHtmx();
  prepare();
}
