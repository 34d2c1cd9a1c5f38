// « Vérifier ce fichier »: the fingerprint of a local copy is computed here and compared; the copy is never sent.
import { call } from "./lib/api.js";
import { fingerprint } from "./lib/hashing.js";

const section = document.querySelector("[data-verify]");
const form = section?.querySelector("[data-verify-form]");
const choice = section?.querySelector("select");
const copy = section?.querySelector("input[type=file]");
const bar = section?.querySelector("[data-verify-progress]");
const result = section?.querySelector("[data-verify-result]");

const say = (text, tone) => {
  result.textContent = text;
  result.className = tone ? `tone-${tone}` : "";
};

async function verify() {
  const file = copy.files[0];
  const chosen = choice.selectedOptions[0];
  if (!file || !chosen) return;
  if (file.size !== Number(chosen.dataset.length)) {
    say(result.dataset.length, "bad");
    return;
  }
  say("", "");
  bar.hidden = false;
  try {
    const found = await fingerprint(file, "/assets/fingerprint.js", (share) => {
      bar.value = Math.floor(share * 100);
    });
    const same = found === chosen.dataset.sha256;
    say(same ? result.dataset.same : result.dataset.other, same ? "ok" : "bad");
    if (same && section.dataset.reports === "true") await report(chosen.value, found);
  } catch {
    say(result.dataset.unread, "bad");
  } finally {
    bar.hidden = true;
    bar.value = 0;
  }
}

/** Only a recipient's own right copy is told; a copy that came another way is refused, and the match still stands. */
async function report(file, found) {
  try {
    await call("POST", `/api/v1/messages/${section.dataset.message}/files/${file}/confirm`, { fingerprint: found });
    say(`${result.dataset.same} ${result.dataset.reported}`, "ok");
  } catch (refused) {
    if (refused.code !== "receipt.not-downloaded") throw refused;
  }
}

if (form) {
  form.hidden = false;
  choice.addEventListener("change", () => {
    copy.value = "";
    say("", "");
  });
  copy.addEventListener("change", verify);
}
