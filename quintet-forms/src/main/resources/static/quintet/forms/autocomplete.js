// Turns <select data-autocomplete-url> into a text field with a list of suggestions from the server:
// the combobox pattern of ARIA 1.2. The select stays in the form and is what is submitted, so that
// without this script, or when it fails, the select does its work alone.
(() => {
  "use strict";

  const WAIT = 150;

  class Combobox {
    constructor(select) {
      this.select = select;
      this.multiple = select.multiple;
      this.options = [];
      this.active = -1;
      this.page = 1;
      this.more = false;
      this.asked = 0;
      this.build();
      this.listen();
      this.show();
    }

    text(name, ...values) {
      return values.reduce((text, value) => text.replace("%s", value), this.select.dataset[name] || "");
    }

    build() {
      const { select } = this;
      const id = select.id || `ac-${Math.random().toString(36).slice(2)}`;
      this.box = document.createElement("div");
      this.box.className = "autocomplete";
      this.input = document.createElement("input");
      Object.assign(this.input, { type: "text", id, autocomplete: "off", spellcheck: false });
      this.list = document.createElement("ul");
      Object.assign(this.list, { id: `${id}_list`, hidden: true, className: "autocomplete-list" });
      this.list.setAttribute("role", "listbox");
      this.status = document.createElement("div");
      this.status.className = "autocomplete-status";
      this.status.setAttribute("role", "status");
      const set = (name, value) => this.input.setAttribute(name, value);
      set("role", "combobox");
      set("aria-autocomplete", "list");
      set("aria-expanded", "false");
      set("aria-controls", this.list.id);
      for (const name of ["aria-describedby", "aria-invalid", "aria-label", "aria-labelledby"]) {
        if (select.hasAttribute(name)) set(name, select.getAttribute(name));
      }
      const label = document.querySelector(`label[for="${CSS.escape(id)}"]`);
      if (label) {
        label.id ||= `${id}_label`;
        this.list.setAttribute("aria-labelledby", label.id);
      } else {
        this.list.setAttribute("aria-label", select.name);
      }
      if (this.multiple) {
        this.list.setAttribute("aria-multiselectable", "true");
        this.chosen = document.createElement("ul");
        this.chosen.className = "autocomplete-chosen";
        this.chosen.setAttribute("aria-label", label ? label.textContent.trim() : select.name);
        this.box.append(this.chosen);
      }
      this.input.disabled = select.disabled;
      this.input.placeholder = this.text("textSearch");
      this.required = select.required;
      select.required = false;
      select.id = `${id}_select`;
      select.hidden = true;
      this.box.append(this.input, this.list, this.status);
      select.after(this.box);
    }

    listen() {
      this.input.addEventListener("input", () => this.ask(1, WAIT));
      this.input.addEventListener("keydown", (event) => this.key(event));
      this.input.addEventListener("click", () => { if (this.list.hidden) this.ask(1, 0); });
      this.input.addEventListener("blur", () => this.leave());
      // The field keeps the focus: a press in the list is no leaving.
      this.list.addEventListener("mousedown", (event) => event.preventDefault());
      this.list.addEventListener("click", (event) => {
        const at = [...this.list.children].indexOf(event.target.closest("[role=option]"));
        if (at >= 0) this.choose(at);
      });
      this.list.addEventListener("scroll", () => {
        const { scrollTop, clientHeight, scrollHeight } = this.list;
        if (this.more && scrollTop + clientHeight > scrollHeight - 40) this.ask(this.page + 1, 0);
      });
      this.chosen?.addEventListener("click", (event) => {
        const button = event.target.closest("button");
        if (button) this.drop(button.value);
      });
      this.select.form?.addEventListener("reset", () => setTimeout(() => this.show()));
    }

    /** What is chosen, as people read it. */
    show() {
      const marked = [...this.select.selectedOptions].filter((option) => option.value !== "");
      if (this.multiple) {
        this.chosen.replaceChildren(...marked.map((option) => {
          const item = document.createElement("li");
          const button = document.createElement("button");
          Object.assign(button, { type: "button", value: option.value, textContent: option.text });
          button.setAttribute("aria-label", this.text("textRemove", option.text));
          button.disabled = this.select.disabled;
          item.append(button);
          return item;
        }));
        this.chosen.hidden = marked.length === 0;
        this.input.value = "";
        this.input.required = this.required && marked.length === 0;
      } else {
        this.input.value = marked.length ? marked[0].text : "";
        this.input.required = this.required;
      }
    }

    ask(page, wait) {
      clearTimeout(this.timer);
      const number = ++this.asked;
      this.timer = setTimeout(async () => {
        const url = new URL(this.select.dataset.autocompleteUrl, document.baseURI);
        const current = this.multiple ? "" : this.select.selectedOptions[0]?.text ?? "";
        // Who opens the list of a filled field wants to see all of it.
        url.searchParams.set("term", this.input.value === current ? "" : this.input.value);
        url.searchParams.set("page", page);
        try {
          const answer = await fetch(url, { headers: { Accept: "application/json" } });
          if (!answer.ok) throw new Error(answer.status);
          const { results, pagination } = await answer.json();
          if (number === this.asked) this.fill(page, results, pagination.more);
        } catch {
          if (number === this.asked) {
            this.close();
            this.status.textContent = this.text("textFailed");
          }
        }
      }, wait);
    }

    fill(page, results, more) {
      if (page === 1) {
        this.options = [];
        this.list.replaceChildren();
        this.point(-1);
      }
      const taken = new Set([...this.select.selectedOptions].map((option) => option.value));
      for (const { id, text } of results) {
        const item = document.createElement("li");
        item.id = `${this.list.id}_${this.options.length}`;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", String(taken.has(String(id))));
        item.textContent = text;
        this.options.push({ id: String(id), text });
        this.list.append(item);
      }
      this.page = page;
      this.more = more;
      const count = this.options.length;
      if (count === 0) {
        this.close();
        this.status.textContent = this.text("textNone");
        return;
      }
      this.list.hidden = false;
      this.input.setAttribute("aria-expanded", "true");
      this.status.textContent = this.text(more ? "textMore" : "textFound", count);
    }

    close() {
      clearTimeout(this.timer);
      this.asked++;
      this.list.hidden = true;
      this.input.setAttribute("aria-expanded", "false");
      this.point(-1);
    }

    point(at) {
      this.list.children[this.active]?.classList.remove("active");
      this.active = at;
      const item = this.list.children[at];
      if (!item) {
        this.input.removeAttribute("aria-activedescendant");
        return;
      }
      item.classList.add("active");
      this.input.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
      if (this.more && at === this.options.length - 1) this.ask(this.page + 1, 0);
    }

    key(event) {
      const open = !this.list.hidden;
      const last = this.options.length - 1;
      switch (event.key) {
        case "ArrowDown":
          event.preventDefault();
          if (!open) this.ask(1, 0);
          else if (!event.altKey) this.point(this.active >= last ? 0 : this.active + 1);
          break;
        case "ArrowUp":
          event.preventDefault();
          if (open && event.altKey) this.close();
          else if (open) this.point(this.active <= 0 ? last : this.active - 1);
          break;
        case "Enter":
          if (open && this.active >= 0) {
            event.preventDefault();
            this.choose(this.active);
          }
          break;
        case "Escape":
          if (open) {
            event.preventDefault();
            this.close();
          } else if (this.input.value !== "") {
            this.input.value = "";
            this.clear();
          }
          break;
        case "Backspace":
          if (this.multiple && this.input.value === "") {
            const marked = [...this.select.selectedOptions];
            if (marked.length) this.drop(marked[marked.length - 1].value);
          }
          break;
        default:
      }
    }

    choose(at) {
      const { id, text } = this.options[at];
      let option = [...this.select.options].find((each) => each.value === id);
      if (!option) {
        option = new Option(text, id);
        this.select.add(option);
      }
      if (this.multiple) {
        option.selected = !option.selected;
      } else {
        this.select.value = id;
      }
      this.close();
      this.changed();
      this.status.textContent = this.text("textChosen", text);
    }

    drop(value) {
      for (const option of this.select.options) {
        if (option.value === value) option.selected = false;
      }
      this.changed();
      this.input.focus();
    }

    clear() {
      if (this.multiple) return;
      let none = [...this.select.options].find((each) => each.value === "");
      if (!none) {
        none = new Option("", "");
        this.select.add(none, 0);
      }
      this.select.value = "";
      this.changed();
    }

    changed() {
      this.show();
      this.select.dispatchEvent(new Event("change", { bubbles: true }));
    }

    /** Words that were typed and not chosen mean nothing; an emptied field means no row. */
    leave() {
      this.close();
      if (!this.multiple && this.input.value.trim() === "") {
        if (this.select.value !== "") this.clear();
      } else {
        this.show();
      }
    }
  }

  const known = new WeakSet();
  const upgrade = (root) => {
    const found = root.querySelectorAll?.("select[data-autocomplete-url]") ?? [];
    const all = root.matches?.("select[data-autocomplete-url]") ? [root, ...found] : found;
    for (const select of all) {
      if (!known.has(select) && select.isConnected) {
        known.add(select);
        new Combobox(select);
      }
    }
  };

  const start = () => {
    upgrade(document);
    // Rows that come later: sets of forms, parts of a page that are swapped.
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) addedNodes.forEach(upgrade);
    }).observe(document.body, { childList: true, subtree: true });
  };
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", start);
  } else {
    start();
  }
})();
