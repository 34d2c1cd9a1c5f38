// The compose page: everything is kept as it is typed, files travel meanwhile, and « Envoyer » may be pressed any time.
import { base, call, Refused } from "./lib/api.js";
import { el, icon, sentences, shown } from "./lib/dom.js";
import { picking } from "./lib/drop.js";
import { Files } from "./lib/files.js";
import { lifetime } from "./lib/lifetime.js";
import { Recipients } from "./lib/recipients.js";
import { time } from "./lib/show.js";

const byId = (id) => document.getElementById(id);
const form = byId("compose");
const { zone, worker, most } = form.dataset;
const lang = document.documentElement.lang;
const template = byId("texts");
const t = sentences(template);
const fields = { subject: byId("subject"), comment: byId("comment"), days: byId("days") };

let draft = form.dataset.draft || null;
let state = form.dataset.state;
let etag = null;
let beginning = null;
let dirty = false;
let saving = null;
let saveTimer = 0;
let pollTimer = 0;

const people = new Map(
  [...template.content.querySelectorAll(".person")].map(({ dataset }) => [
    dataset.email,
    { email: dataset.email, name: dataset.name, organisation: dataset.organisation },
  ]),
);
const recipients = new Recipients(byId("recipients"), people, t, touched);
const files = new Files({ t, lang, worker, most: Number(most), ensure, changed: moved });

/** The draft's id; it begins with the first thing that is said or attached. */
function ensure() {
  if (draft) return Promise.resolve(draft);
  beginning ??= call("POST", "/api/v1/drafts", {})
    .then(({ json }) => {
      draft = json.id;
      history.replaceState(null, "", `${base}/messages/drafts/${draft}`);
      form.action = `${base}/messages/drafts/${draft}`;
      const discard = byId("discard");
      discard.querySelector("form").action = `${base}/messages/drafts/${draft}/delete`;
      shown(discard, true);
      return draft;
    })
    .catch((failure) => {
      beginning = null;
      unsaved(failure);
      throw failure;
    });
  return beginning;
}

function touched() {
  if (state !== "DRAFT") return;
  dirty = true;
  clearTimeout(saveTimer);
  saveTimer = setTimeout(save, 500);
}

/** One save at a time; what changes meanwhile is saved by the next one. */
async function save() {
  clearTimeout(saveTimer);
  while (saving) await saving;
  if (!dirty || state !== "DRAFT") return true;
  dirty = false;
  saving = keep();
  try {
    return await saving;
  } finally {
    saving = null;
  }
}

async function keep() {
  say(t("saving"));
  try {
    const id = await ensure();
    const { json } = await call("PUT", `/api/v1/drafts/${id}`, {
      recipients: recipients.addresses,
      subject: fields.subject.value,
      comment: fields.comment.value,
      days: fields.days ? Number(fields.days.value) : null,
    });
    for (const name of ["subject", "comment", "days"]) wrong(name, "");
    say(t("saved", time(new Date(), lang, zone)));
    show(json);
    return true;
  } catch (failure) {
    dirty = true;
    unsaved(failure);
    return false;
  }
}

function unsaved(failure) {
  const sentence = failure instanceof Refused ? failure.message : t("offline");
  const field = { "message.subject-too-long": "subject", "message.comment-too-long": "comment", "message.lifetime": "days" }[failure.code];
  if (field) wrong(field, sentence);
  say(t("unsaved", sentence), true);
  if (!(failure instanceof Refused)) saveTimer = setTimeout(save, 5000);
}

function wrong(name, sentence) {
  const place = byId(`${name}-wrong`);
  if (!place) return;
  place.textContent = sentence;
  if (sentence) fields[name].setAttribute("aria-invalid", "true");
  else fields[name].removeAttribute("aria-invalid");
}

function say(sentence, bad = false) {
  const saved = byId("saved");
  saved.textContent = sentence;
  saved.className = bad ? "sentence mb-0" : "small muted mb-0";
}

async function send() {
  const button = byId("send");
  button.disabled = true;
  try {
    if (!(await recipients.settle())) {
      recipients.input.focus();
      return;
    }
    dirty = true;
    if (!(await save())) return;
    const { json } = await call("POST", `/api/v1/drafts/${draft}/send${byId("unattended-yes").checked ? "?unattended=true" : ""}`);
    say("");
    show(json);
    poll();
  } catch (failure) {
    say(failure instanceof Refused ? failure.message : t("offline"), true);
    refresh();
  } finally {
    button.disabled = false;
  }
}

async function recall() {
  try {
    const { json } = await call("POST", `/api/v1/drafts/${draft}/recall`);
    show(json);
    fields.subject.focus();
  } catch (failure) {
    say(failure instanceof Refused ? failure.message : t("offline"), true);
    refresh();
  }
}

function show(view) {
  state = view.state;
  if (state !== "DRAFT" && state !== "QUEUED") {
    shown(byId("waiting"), false);
    const gone = byId("left");
    gone.querySelector("[data-page]").href = base + view.page;
    shown(gone, true);
    location.assign(base + view.page);
    return;
  }
  const queued = state === "QUEUED";
  sentence("waiting", queued ? view.waiting : null);
  sentence("blocked", view.blocked);
  if (!view.unattended) byId("unattended-yes").checked = false;
  sentence("unattended", view.unattended);
  recipients.disabled = queued;
  Object.values(fields).forEach((field) => field && (field.disabled = queued));
  if (range) range.disabled = queued;
  shown(byId("drop"), !queued);
  shown(byId("sending"), !queued);
  shown(byId("recall"), queued);
  files.show(view.files, queued);
  byId("checks").replaceChildren(
    ...view.checks.map((check) => el("li", {}, icon(check.icon, `tone-${check.tone}`), " ", check.sentence)),
  );
  const ready = view.files.every((file) => file.deliverable) && !files.busy;
  byId("send").textContent = t(ready ? "send" : "sendLater");
  moving = view.moving;
}

function sentence(id, text) {
  const notice = byId(id);
  shown(notice, Boolean(text));
  const place = notice.querySelector("[data-sentence]");
  if (place.textContent !== (text ?? "")) place.textContent = text ?? "";
}

let moving = true;

function moved(now = false) {
  if (now) refresh();
  else poll();
}

function poll() {
  if (pollTimer) return;
  pollTimer = setTimeout(async () => {
    pollTimer = 0;
    await refresh();
    if (draft && (moving || files.busy)) poll();
  }, 2000);
}

async function refresh() {
  if (!draft) return;
  try {
    const { status, json, etag: fresh } = await call("GET", `/api/v1/drafts/${draft}`, undefined, etag ? { "If-None-Match": etag } : {});
    if (status === 200) {
      etag = fresh;
      if (!saving) show(json);
    }
  } catch (failure) {
    if (failure instanceof Refused && failure.status === 404) location.assign(`${base}/messages/drafts`);
  }
}

const range = fields.days ? lifetime(fields.days, { t, lang, zone, touched }) : null;

for (const field of Object.values(fields)) field?.addEventListener("input", touched);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  event.stopImmediatePropagation();
  if (event.submitter?.id === "send") send();
  else if (event.submitter?.id === "recall") recall();
  else save();
}, { capture: true });

const take = async (found) => {
  try {
    await files.add(found);
  } catch (failure) {
    say(failure instanceof Refused ? failure.message : t("offline"), true);
  }
};
picking(byId("drop"), { open: () => state === "DRAFT", take });
addEventListener("pagehide", () => dirty && draft && save());

shown(byId("drop"), state === "DRAFT");
shown(byId("save"), false);
await refresh();
if (draft) poll();
