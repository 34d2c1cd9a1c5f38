// The page of a deposit, or of what is joined to an answer: files travel while it is open; the button leads on when all
// have arrived. Where there is no draft yet, the first file begins one.
import { call, Refused } from "./lib/api.js";
import { sentences, shown } from "./lib/dom.js";
import { Files } from "./lib/files.js";
import { picking } from "./lib/drop.js";

const byId = (id) => document.getElementById(id);
const form = byId("deposit");
const { state, worker, most, begin } = form.dataset;
let draft = form.dataset.draft || null;
let beginning = null;
const t = sentences(byId("texts"));
const next = byId("next");

let etag = null;
let moving = true;
let going = false;
let pollTimer = 0;

const files = new Files({
  t,
  lang: document.documentElement.lang,
  worker,
  most: Number(most),
  ensure,
  changed: (now = false) => (now ? refresh() : poll()),
});

function ensure() {
  if (draft) return Promise.resolve(draft);
  beginning ??= call("POST", begin)
    .then(({ json }) => (draft = json.id))
    .catch((failure) => {
      beginning = null;
      throw failure;
    });
  return beginning;
}

const say = (sentence) => {
  byId("said").textContent = sentence;
};

/** Another state is another page: waiting, stopped or published. */
function show(view) {
  if (view.state !== state) {
    location.reload();
    return;
  }
  files.show(view.files, state === "QUEUED");
  const waiting = byId("waiting");
  if (waiting) waiting.querySelector("[data-sentence]").textContent = view.waiting ?? "";
  moving = view.moving;
  settle();
}

/** Leaving the page would interrupt what is on its way: the press is kept until all has arrived. */
function settle() {
  if (!next) return;
  next.textContent = t(files.busy ? "nextLater" : "next");
  if (going && !files.busy) {
    going = false;
    if (files.arrived) form.requestSubmit();
    else say("");
  }
}

function poll() {
  settle();
  if (pollTimer) return;
  pollTimer = setTimeout(async () => {
    pollTimer = 0;
    await refresh();
    if (moving || files.busy) poll();
  }, 2000);
}

async function refresh() {
  if (!draft) return;
  try {
    const { status, json, etag: fresh } = await call("GET", `/api/v1/drafts/${draft}`, undefined, etag ? { "If-None-Match": etag } : {});
    if (status === 200) {
      etag = fresh;
      show(json);
    }
  } catch (failure) {
    if (failure instanceof Refused && failure.status === 404) location.reload();
  }
}

form.addEventListener("submit", (event) => {
  if (event.submitter?.hasAttribute("formaction") || !files.busy) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  going = true;
  say(t("moving"));
}, { capture: true });

const take = async (found) => {
  say("");
  try {
    await files.add(found);
  } catch (failure) {
    say(failure instanceof Refused ? failure.message : t("offline"));
  }
};
picking(byId("drop"), { open: () => state === "DRAFT", take });
shown(byId("drop"), state === "DRAFT");
await refresh();
poll();
