// Ticks the rules of a password while it is typed. A help only: the server decides.
const fold = (text) => text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase();

const kind = (c) => (/\p{Lu}/u.test(c) ? 0 : /\p{Ll}/u.test(c) ? 1 : /\p{Nd}/u.test(c) ? 2 : 3);

function ownWords(input, form) {
  const words = (input.dataset.own ?? "").split(" ");
  for (const field of form.querySelectorAll("[data-own]:not([type=password])")) {
    const value = fold(field.value);
    words.push(...(field.type === "email" ? [value, value.split("@")[0]] : value.split(/[^\p{L}\p{N}]+/u)));
  }
  return words.filter((word) => word.length >= 4);
}

function verdicts(input, form) {
  const characters = [...input.value];
  const folded = fold(input.value);
  return {
    length: characters.length >= Number(input.dataset.length) && characters.length <= Number(input.dataset.longest),
    distinct: new Set(characters).size >= Number(input.dataset.distinct),
    kinds: new Set(characters.map(kind)).size >= Number(input.dataset.kinds),
    own: characters.length > 0 && !ownWords(input, form).some((word) => folded.includes(word)),
  };
}

for (const form of document.querySelectorAll("[data-password-form]")) {
  const input = form.querySelector("#password");
  const list = form.querySelector("#password-rules");
  const tick = () => {
    const met = verdicts(input, form);
    for (const rule of list.querySelectorAll("[data-rule]")) {
      const good = met[rule.dataset.rule];
      rule.querySelector("i").className = `bi ${input.value === "" ? "bi-dot" : good ? "bi-check2" : "bi-x-lg"}`;
      rule.querySelector("[data-state]").textContent = input.value === "" ? "" : good ? list.dataset.met : list.dataset.unmet;
    }
  };
  form.addEventListener("input", tick);
  tick();
}
