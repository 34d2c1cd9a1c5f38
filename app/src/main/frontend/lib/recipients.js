// Recipients as chips with live completion: the combobox of the ARIA Authoring Practices, list autocomplete with manual
// selection. The form's textarea stays, hidden, and says the same.
import { call, Refused } from "./api.js";
import { el, shown } from "./dom.js";

const ADDRESS = /^[^\s@<>]+@[^\s@<>]+$/;

export class Recipients {
  #people = new Map();
  #options = [];
  #active = -1;
  #asked = 0;
  #timer = 0;

  constructor(textarea, known, t, changed) {
    this.textarea = textarea;
    this.t = t;
    this.changed = changed;
    this.wrong = document.getElementById("recipients-wrong");
    this.chips = el("ul", { class: "chips list-unstyled d-inline", "aria-label": t("chosen") });
    this.input = el("input", {
      id: "recipients-input",
      class: "bare",
      type: "text",
      role: "combobox",
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": "recipients-list",
      "aria-describedby": "recipients-help recipients-wrong",
      oninput: () => this.#typed(),
      onkeydown: (event) => this.#key(event),
      onblur: () => setTimeout(() => this.#leave(), 150),
      onpaste: (event) => this.#paste(event),
    });
    this.list = el("ul", { id: "recipients-list", class: "options d-none", role: "listbox", "aria-label": t("list") });
    this.status = el("div", { class: "visually-hidden", role: "status" });
    this.box = el("div", { class: "form-control chips-box", onclick: () => this.input.focus() }, this.chips, this.input);
    textarea.classList.add("d-none");
    textarea.before(this.box, this.list, this.status);
    document.querySelector('label[for="recipients"]').htmlFor = "recipients-input";
    document.getElementById("recipients-help").textContent = t("live");
    const given = textarea.value.split(/[\r\n,;]+/).map((a) => a.trim()).filter(Boolean);
    for (const address of given) {
      if (known.has(address)) this.#people.set(address, known.get(address));
      else this.enter(address);
    }
    this.#render();
  }

  get addresses() {
    return [...this.#people.keys()];
  }

  /** Whether something typed is not (yet) a recipient. */
  get pending() {
    return this.input.value.trim() !== "";
  }

  set disabled(yes) {
    this.input.disabled = yes;
    this.box.classList.toggle("off", yes);
    this.#render();
  }

  /** Takes what is typed as an address; false, with the sentence beside the field, when nobody has it. */
  async settle() {
    const typed = this.input.value.trim().replace(/[,;]+$/, "");
    if (!typed) return true;
    const address = typed.match(/<([^<>]+)>\s*$/)?.[1] ?? typed;
    return this.enter(address.trim().toLowerCase());
  }

  async enter(address) {
    try {
      const { json } = await call("GET", `/api/v1/directory/check?email=${encodeURIComponent(address)}`);
      this.#add(json);
      return true;
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      this.input.value = address;
      this.#say(failure.message);
      return false;
    }
  }

  #add(person) {
    this.#people.set(person.email, person);
    this.input.value = "";
    this.#say("");
    this.#close();
    this.#render();
    this.changed();
  }

  #remove(address) {
    this.#people.delete(address);
    this.#render();
    this.input.focus();
    this.changed();
  }

  #say(sentence) {
    this.wrong.textContent = sentence;
    if (sentence) this.input.setAttribute("aria-invalid", "true");
    else this.input.removeAttribute("aria-invalid");
  }

  #typed() {
    this.#say("");
    clearTimeout(this.#timer);
    if (/[,;]\s*$/.test(this.input.value)) {
      this.settle();
      return;
    }
    this.#timer = setTimeout(() => this.#complete(this.input.value.trim()), 150);
  }

  async #complete(typed) {
    const asked = ++this.#asked;
    if (typed.length < 2) {
      this.#close();
      return;
    }
    try {
      const { json } = await call("GET", `/api/v1/directory/people?limit=8&q=${encodeURIComponent(typed)}`);
      if (asked !== this.#asked || this.input.value.trim() !== typed) return;
      this.#options = json.items.filter((person) => !this.#people.has(person.email));
      this.#open();
    } catch {
      this.#close();
    }
  }

  #open() {
    this.#active = -1;
    this.list.replaceChildren(
      ...this.#options.map((person, at) =>
        el(
          "li",
          { id: `recipients-option-${at}`, role: "option", "aria-selected": "false", onmousedown: (event) => this.#pick(event, at) },
          el("span", {}, person.name),
          el("span", { class: "muted small" }, ` ${person.email} · ${person.organisation}`),
        ),
      ),
    );
    const some = this.#options.length > 0;
    shown(this.list, some);
    this.input.setAttribute("aria-expanded", String(some));
    this.status.textContent = some ? this.t("found", this.#options.length) : this.t("nobody");
    this.input.removeAttribute("aria-activedescendant");
  }

  #close() {
    this.#asked++;
    clearTimeout(this.#timer);
    this.#options = [];
    this.#active = -1;
    shown(this.list, false);
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  #pick(event, at) {
    event.preventDefault();
    this.#add(this.#options[at]);
    this.input.focus();
  }

  #move(by) {
    const count = this.#options.length;
    if (!count) return;
    this.#active = this.#active < 0 && by < 0 ? count - 1 : (this.#active + by + count) % count;
    [...this.list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === this.#active)));
    this.list.children[this.#active].scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", `recipients-option-${this.#active}`);
  }

  #key(event) {
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp":
        event.preventDefault();
        if (this.#options.length) this.#move(event.key === "ArrowDown" ? 1 : -1);
        else this.#complete(this.input.value.trim());
        break;
      case "Enter":
        event.preventDefault();
        if (this.#active >= 0) this.#add(this.#options[this.#active]);
        else if (this.#options.length === 1 && !ADDRESS.test(this.input.value.trim())) this.#add(this.#options[0]);
        else this.settle();
        break;
      case "Escape":
        this.#close();
        break;
      case "Backspace":
        if (!this.input.value && this.#people.size) this.#remove([...this.#people.keys()].pop());
        break;
    }
  }

  #paste(event) {
    const text = event.clipboardData?.getData("text") ?? "";
    const many = text.split(/[\r\n,;]+/).map((a) => a.trim()).filter(Boolean);
    if (many.length < 2) return;
    event.preventDefault();
    many.reduce((before, address) => before.then((good) => good && this.enter(address.toLowerCase())), Promise.resolve(true));
  }

  #leave() {
    this.#close();
    if (document.activeElement !== this.input && ADDRESS.test(this.input.value.trim())) this.settle();
  }

  #render() {
    const off = this.input.disabled;
    this.chips.replaceChildren(
      ...[...this.#people.values()].map((person) =>
        el(
          "li",
          { class: "chip", title: `${person.email} · ${person.organisation}` },
          person.name,
          ...(off ? [] : [el("button", { type: "button", "aria-label": this.t("removeNamed", person.name), onclick: () => this.#remove(person.email) }, "×")]),
        ),
      ),
    );
    this.textarea.value = this.addresses.join("\n");
  }
}
