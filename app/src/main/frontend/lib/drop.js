// Files and folders that were dropped or chosen, each with its path; folders are walked to their end.
const byId = (id) => document.getElementById(id);

/** Both buttons, and the whole page as a place to drop on while it is open for files. */
export function picking(place, { open, take }) {
  byId("choose").addEventListener("click", () => byId("pick").click());
  byId("choose-folder").addEventListener("click", () => byId("pick-folder").click());
  for (const id of ["pick", "pick-folder"]) {
    byId(id).addEventListener("change", async (event) => {
      const found = chosen(event.target.files);
      event.target.value = "";
      await take(found);
    });
  }
  for (const name of ["dragenter", "dragover"]) {
    addEventListener(name, (event) => {
      if (![...(event.dataTransfer?.types ?? [])].includes("Files")) return;
      event.preventDefault();
      place.classList.add("over");
    });
  }
  addEventListener("dragleave", (event) => event.relatedTarget === null && place.classList.remove("over"));
  addEventListener("drop", async (event) => {
    if (!event.dataTransfer?.files.length && !event.dataTransfer?.items.length) return;
    event.preventDefault();
    place.classList.remove("over");
    if (open()) await take(await dropped(event.dataTransfer));
  });
}

async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return [...transfer.files].map((file) => ({ file, path: file.name }));
  const found = [];
  for (const entry of entries) await walk(entry, "", found);
  return found;
}

const chosen = (files) =>
  [...files].map((file) => ({ file, path: (file.webkitRelativePath || file.name).normalize("NFC") }));

async function walk(entry, folder, found) {
  const path = (folder + entry.name).normalize("NFC");
  if (entry.isFile) {
    found.push({ file: await new Promise((yes, no) => entry.file(yes, no)), path });
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise((yes, no) => reader.readEntries(yes, no));
    if (!some.length) return;
    for (const inner of some) await walk(inner, `${path}/`, found);
  }
}
