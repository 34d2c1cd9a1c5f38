// Completion of an address of the directory: the browser's own list, filled while somebody types a name, an address or an
// organisation. Without it the address is typed whole; the server decides in any case.
import { call } from "./lib/api.js";
import { el } from "./lib/dom.js";

for (const input of document.querySelectorAll("input[data-people]")) {
  const profiles = input.dataset.people.split(" ");
  const list = el("datalist", { id: `${input.id}-people` });
  let timer = 0;
  let asked = 0;

  const complete = async (typed) => {
    const mine = ++asked;
    if (typed.length < 2) {
      list.replaceChildren();
      return;
    }
    try {
      const { json } = await call("GET", `/api/v1/directory/people?limit=50&q=${encodeURIComponent(typed)}`);
      if (mine !== asked) return;
      list.replaceChildren(
        ...json.items
          .filter((person) => profiles.includes(person.profile))
          .map((person) => el("option", { value: person.email, label: `${person.name} — ${person.organisation}` })),
      );
    } catch {
      list.replaceChildren();
    }
  };

  input.after(list);
  input.setAttribute("list", list.id);
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => complete(input.value.trim()), 150);
  });
}
