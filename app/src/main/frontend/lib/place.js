// Where files are put: chosen one by one, as a folder, or dropped anywhere on the page.
import { chosen, dropped } from "./drop.js";

const byId = (id) => document.getElementById(id);

/** @param take gets what was chosen or dropped. @param open says whether files may be added now */
export function place(take, open) {
  const drop = byId("drop");
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
      drop.classList.add("over");
    });
  }
  addEventListener("dragleave", (event) => event.relatedTarget === null && drop.classList.remove("over"));
  addEventListener("drop", async (event) => {
    if (!event.dataTransfer?.files.length && !event.dataTransfer?.items.length) return;
    event.preventDefault();
    drop.classList.remove("over");
    if (open()) await take(await dropped(event.dataTransfer));
  });
}
