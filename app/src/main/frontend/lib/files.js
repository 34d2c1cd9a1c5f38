// The files of a draft as the page lists them: what the server has, and what this page is sending.
import { call, Refused } from "./api.js";
import { el, icon, shown } from "./dom.js";
import { left, size } from "./show.js";
import { begun, Transfer } from "./transfer.js";

const PARALLEL = 3;

export class Files {
  #transfers = [];
  #known = [];
  #queued = false;

  constructor({ t, lang, worker, most, ensure, changed }) {
    Object.assign(this, { t, lang, worker, most, ensure, changed });
    this.list = document.getElementById("files");
    this.empty = document.getElementById("no-files");
    this.refusals = document.getElementById("file-refusals");
    this.rows = new Map();
    this.picker = el("input", { type: "file", class: "d-none", tabindex: "-1", "aria-hidden": "true" });
    this.list.after(this.picker);
    addEventListener("online", () => this.#transfers.filter((t) => t.state === "failed" && !t.status).forEach((t) => t.start()));
  }

  /** Something is on its way from this page. */
  get busy() {
    return this.#transfers.some((transfer) => transfer.active || transfer.state === "queued");
  }

  get any() {
    return this.#known.length > 0 || this.#transfers.length > 0;
  }

  /** Everything this page was given has reached the server. */
  get arrived() {
    return this.#transfers.every((transfer) => transfer.state === "done") && this.#known.every((f) => f.state !== "RECEIVING");
  }

  show(files, queued) {
    this.#known = files;
    this.#queued = queued;
    this.#transfers = this.#transfers.filter(
      (transfer) => transfer.state !== "done" || files.some((f) => f.id === transfer.id && f.state === "RECEIVING"),
    );
    this.render();
  }

  async add(chosen) {
    this.refusals.replaceChildren();
    for (const { file, path } of chosen) await this.#take(file, path);
    this.#next();
  }

  async #take(file, path) {
    if (file.size === 0) return this.#refuse(this.t("emptyFile", path));
    if (file.size > this.most) return this.#refuse(this.t("tooLarge", path));
    const incomplete = this.#known.filter((f) => f.state === "RECEIVING" && !this.#transferOf(f.id));
    const name = path.split("/").pop();
    const same =
      incomplete.find((f) => f.path === path) ??
      incomplete.find((f) => f.length === file.size && f.path.split("/").pop() === name && !path.includes("/"));
    if (same) return this.#resume(file, same);
    if (this.#known.some((f) => f.path === path) || this.#transfers.some((t) => t.path === path)) {
      return this.#refuse(this.t("sameFile", path));
    }
    const draft = await this.ensure();
    if (draft) this.#line(new Transfer(file, path, { draft, worker: this.worker, changed: () => this.#moved() }));
  }

  async #resume(file, known) {
    if (file.size !== known.length) return this.#refuse(this.t("otherFile", known.path));
    if (!known.claimed && !begun.same(known.id, file)) return this.#refuse(this.t("own"));
    const draft = await this.ensure();
    const transfer = new Transfer(file, known.path, {
      draft,
      worker: this.worker,
      changed: () => this.#moved(),
      resume: { id: known.id, claimed: known.claimed },
    });
    transfer.sent = known.received;
    this.#line(transfer);
  }

  #line(transfer) {
    this.#transfers.push(transfer);
    this.render();
    this.changed();
  }

  #refuse(sentence) {
    this.refusals.append(el("p", { class: "sentence" }, icon("bi-exclamation-triangle"), " ", sentence));
  }

  #next() {
    const active = this.#transfers.filter((transfer) => transfer.active).length;
    this.#transfers
      .filter((transfer) => transfer.state === "queued")
      .slice(0, Math.max(0, PARALLEL - active))
      .forEach((transfer) => transfer.state === "queued" && transfer.start());
  }

  #moved() {
    this.#next();
    if (this.painting) return;
    this.painting = true;
    setTimeout(() => {
      this.painting = false;
      this.render();
      this.changed();
    }, 100);
  }

  #transferOf(id) {
    return this.#transfers.find((transfer) => transfer.id === id);
  }

  async #remove(entry) {
    const transfer = entry.transfer;
    await transfer?.drop();
    const id = transfer?.id ?? entry.known?.id;
    try {
      if (id) {
        const { json } = await call("DELETE", `/api/v1/drafts/${await this.ensure()}/files/${id}`);
        this.#known = json.files;
      }
      this.#transfers = this.#transfers.filter((other) => other !== transfer);
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      this.#refuse(failure.message);
    }
    this.render();
    this.changed(true);
    this.#next();
  }

  #again(known) {
    this.picker.onchange = async () => {
      const file = this.picker.files[0];
      this.picker.value = "";
      this.refusals.replaceChildren();
      if (file && file.size === 0) this.#refuse(this.t("emptyFile", file.name));
      else if (file) await this.#resume(file, known);
      this.#next();
    };
    this.picker.click();
  }

  render() {
    const entries = this.#known.map((known) => ({ key: known.id, known, transfer: this.#transferOf(known.id) }));
    for (const transfer of this.#transfers) {
      if (!this.#known.some((known) => known.id === transfer.id)) entries.push({ key: transfer.path, transfer });
    }
    const rows = entries.map((entry) => this.#row(entry));
    if (rows.length !== this.list.children.length || rows.some((row, at) => this.list.children[at] !== row)) {
      this.list.replaceChildren(...rows);
    }
    shown(this.empty, rows.length === 0);
  }

  /** A row is kept as long as it says the same, so that the focus stays where it is. */
  #row(entry) {
    const path = entry.known?.path ?? entry.transfer.path;
    let row = this.rows.get(path);
    if (!row) {
      row = {
        item: el("li", { class: "file" }),
        figures: el("span", { class: "ms-auto num muted" }),
        bar: el("progress", { class: "bar my-1", max: "1000", "aria-label": this.t("progress", path) }),
        word: el("span", { class: "state" }),
        hint: el("span", { class: "muted hint" }),
        acts: el("span", { class: "ms-auto d-flex gap-3" }),
        drawn: "",
      };
      row.item.append(
        el("div", { class: "d-flex flex-wrap gap-2" }, el("strong", { class: "path" }, path), row.figures),
        row.bar,
        el("div", { class: "d-flex flex-wrap column-gap-3 row-gap-1 small" }, row.word, row.hint, row.acts),
      );
      this.rows.set(path, row);
    }
    this.#draw(row, entry, path);
    return row.item;
  }

  #draw(row, { known, transfer }, path) {
    const moving = transfer && transfer.state !== "done";
    const length = known?.length ?? transfer.length;
    const got = transfer ? Math.max(transfer.sent, 0) : (known?.received ?? length);
    row.bar.value = Math.floor((got * 1000) / length);
    row.bar.classList.toggle("ok", got >= length);
    row.figures.textContent = this.#figures(transfer, got, length);
    const said = this.#said(known, transfer);
    const acts = this.#acts(known, transfer);
    const drawn = JSON.stringify([said, acts.map((act) => act.label), this.#queued]);
    row.item.dataset.file = known?.id ?? transfer?.id ?? "";
    row.item.dataset.state = moving ? transfer.state : (known?.state ?? "");
    if (row.drawn === drawn) return;
    row.drawn = drawn;
    row.word.className = `state ${said.tone}`;
    row.word.replaceChildren(icon(said.icon), " ", said.word);
    row.hint.textContent = said.hint ?? "";
    row.acts.replaceChildren(
      ...acts.map((act) =>
        el("button", { type: "button", class: "btn btn-link btn-sm p-0", "aria-label": `${act.label} ${path}`, onclick: act.run }, act.label),
      ),
    );
  }

  #figures(transfer, got, length) {
    const whole = size(length, this.lang);
    if (!transfer || transfer.state === "done" || got >= length) return whole;
    const parts = [this.t("of", size(got, this.lang), whole)];
    const speed = transfer.state === "sending" ? transfer.rate.perSecond() : 0;
    if (speed > 0) parts.push(`${size(speed, this.lang)}/s`, left((length - got) / speed));
    return parts.join(" · ");
  }

  #said(known, transfer) {
    const t = this.t;
    if (transfer && transfer.state !== "done") {
      switch (transfer.state) {
        case "queued":
          return { tone: "", icon: "bi-list", word: t("queued") };
        case "checking":
          return { tone: "", icon: "bi-fingerprint", word: t("checking", Math.floor(transfer.checked * 100)) };
        case "offline":
          return { tone: "wait", icon: "bi-wifi-off", word: t("offline"), hint: t("resumable") };
        case "paused":
          return { tone: "wait", icon: "bi-pause", word: t("paused"), hint: t("resumable") };
        case "failed":
          return { tone: "bad", icon: "bi-exclamation-triangle", word: t("failed", ""), hint: transfer.reason || t("offline") };
        default:
          return { tone: "", icon: "bi-cloud-arrow-up", word: t("sending"), hint: t("resumable") };
      }
    }
    if (transfer && known?.state === "RECEIVING") return { tone: "ok", icon: "bi-check2", word: t("sent") };
    if (known) {
      const lost = known.state === "RECEIVING" && !transfer;
      const own = lost && !known.claimed && !localStorageHas(known.id);
      return {
        tone: lost ? "wait" : known.tone,
        icon: known.icon,
        word: known.word,
        hint: lost ? t(own ? "own" : "again") : "",
      };
    }
    return { tone: "ok", icon: "bi-check2", word: t("sent") };
  }

  #acts(known, transfer) {
    const acts = [];
    const t = this.t;
    if (transfer && transfer.state !== "done") {
      if (transfer.active) acts.push({ label: t("pause"), run: () => transfer.pause() });
      if (transfer.state === "paused") acts.push({ label: t("continue"), run: () => transfer.start() });
      if (transfer.state === "failed" && transfer.status !== 404) acts.push({ label: t("retry"), run: () => transfer.start() });
    } else if (!transfer && known?.state === "RECEIVING") {
      acts.push({ label: t("chooseAgain"), run: () => this.#again(known) });
    }
    if (!this.#queued) acts.push({ label: t("remove"), run: () => this.#remove({ known, transfer }) });
    return acts;
  }
}

function localStorageHas(id) {
  try {
    return localStorage.getItem(begun.key(id)) !== null;
  } catch {
    return false;
  }
}
