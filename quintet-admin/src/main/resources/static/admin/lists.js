// Lists: filters, order and pages without loading the whole page; ticking rows.

function swapTo(url, push) {
  const list = document.querySelector("[data-swap]");
  list.setAttribute("aria-busy", "true");
  fetch(url, { headers: { Accept: "text/html" } })
    .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(answer.statusText))))
    .then((text) => {
      const page = new DOMParser().parseFromString(text, "text/html");
      const fresh = page.querySelector("[data-swap]");
      if (!fresh) {
        location.assign(url);
        return;
      }
      const focus = document.activeElement?.id;
      list.replaceWith(fresh);
      if (push) {
        history.pushState({ swapped: true }, "", url);
      }
      prepare(fresh);
      const again = focus && document.getElementById(focus);
      if (again) {
        again.focus();
      }
    })
    .catch(() => location.assign(url));
}

function leads(link) {
  return link.pathname === location.pathname && link.origin === location.origin && !link.hash;
}

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

function prepare(list) {
  if (matchMedia("(max-width: 1080px)").matches) {
    list.querySelector(".filters > details")?.removeAttribute("open");
  }
  const head = list.querySelector("[data-tick-all]");
  let last = null;
  if (head) {
    head.hidden = false;
    head.addEventListener("change", () => {
      ticks(list).forEach((box) => {
        box.checked = head.checked;
      });
      count(list);
    });
  }
  list.addEventListener("click", (event) => {
    const box = event.target.closest("input[name=_selected_action]");
    if (!box) {
      return;
    }
    const all = ticks(list);
    if (event.shiftKey && last) {
      const [from, to] = [all.indexOf(last), all.indexOf(box)].sort((a, b) => a - b);
      all.slice(from, to + 1).forEach((one) => {
        one.checked = box.checked;
      });
    }
    last = box;
    count(list);
  });
  list.querySelector("[data-save-list]")?.addEventListener("click", () => {
    const action = list.querySelector("#action");
    if (action) {
      action.disabled = true;
    }
  });
  list.querySelector("form.search")?.addEventListener("submit", (event) => {
    event.preventDefault();
    const form = event.target;
    const query = new URLSearchParams(new FormData(form));
    if (!query.get("q")) {
      query.delete("q");
    }
    swapTo(location.pathname + (query.size > 0 ? "?" + query : ""), true);
  });
  list.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
    if (link && plain && leads(link) && !link.dataset.popupChoose) {
      event.preventDefault();
      swapTo(link.href, true);
    }
  });
  list.addEventListener("click", (event) => {
    const chosen = event.target.closest("[data-popup-choose]");
    if (chosen && window.opener) {
      event.preventDefault();
      window.opener.postMessage(
        { admin: "lookup", key: chosen.dataset.popupChoose, label: chosen.dataset.label },
        location.origin,
      );
      window.close();
    }
  });
  count(list);
}

export function watchLists() {
  const list = document.querySelector("[data-swap]");
  if (!list) {
    return;
  }
  prepare(list);
  window.addEventListener("popstate", () => swapTo(location.href, false));
}
