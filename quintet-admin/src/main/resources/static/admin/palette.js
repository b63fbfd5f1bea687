// Goes to any model or row by what people type.
let timer = 0;
let asked = 0;

function rows(list) {
  return Array.from(list.querySelectorAll("[role=option]"));
}

function choose(list, input, step) {
  const all = rows(list);
  if (all.length === 0) {
    return;
  }
  const at = all.findIndex((row) => row.getAttribute("aria-selected") === "true");
  const to = (at + step + all.length) % all.length;
  all.forEach((row, number) => row.setAttribute("aria-selected", String(number === to)));
  input.setAttribute("aria-activedescendant", all[to].id);
  all[to].scrollIntoView({ block: "nearest" });
}

function show(dialog, results) {
  const list = dialog.querySelector("[role=listbox]");
  const input = dialog.querySelector("input");
  list.replaceChildren(
    ...results.map((result, number) => {
      const row = document.createElement("li");
      row.id = "palette-" + number;
      row.setAttribute("role", "option");
      row.setAttribute("aria-selected", "false");
      const link = document.createElement("a");
      link.href = result.url;
      link.tabIndex = -1;
      link.textContent = result.label;
      const kind = document.createElement("span");
      kind.textContent = result.kind;
      row.append(link, kind);
      row.addEventListener("click", () => location.assign(result.url));
      return row;
    }),
  );
  dialog.querySelector(".palette-empty").hidden = results.length > 0;
  choose(list, input, 1);
}

async function find(dialog, text) {
  const number = ++asked;
  const answer = await fetch(dialog.dataset.url + "?q=" + encodeURIComponent(text), {
    headers: { Accept: "application/json" },
  });
  if (number === asked && answer.ok) {
    show(dialog, (await answer.json()).results);
  }
}

function prepare(dialog) {
  const input = dialog.querySelector("input");
  const list = dialog.querySelector("[role=listbox]");
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => find(dialog, input.value), 120);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(list, input, event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      list.querySelector("[aria-selected=true] a")?.click();
    }
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) {
      dialog.close();
    }
  });
  dialog.dataset.ready = "yes";
}

export function openPalette() {
  const dialog = document.querySelector("dialog.palette");
  if (!dialog || dialog.open) {
    return;
  }
  if (!dialog.dataset.ready) {
    prepare(dialog);
  }
  dialog.showModal();
  const input = dialog.querySelector("input");
  input.value = "";
  input.focus();
  find(dialog, "");
}
