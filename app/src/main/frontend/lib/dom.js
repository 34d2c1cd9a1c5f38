// Small ways to build and find elements; text is always text, never markup.
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "class") element.className = value;
    else if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

export const icon = (name, extra = "") => el("i", { class: `bi ${name} ${extra}`.trim(), "aria-hidden": "true" });

export const shown = (element, yes) => element?.classList.toggle("d-none", !yes);

/** The page's sentences, from its template: t("of", "1 Go", "2 Go"). */
export function sentences(template) {
  const known = new Map(
    [...template.content.querySelectorAll("[data-key]")].map((span) => [span.dataset.key, span.textContent]),
  );
  return (key, ...values) => (known.get(key) ?? key).replace(/\{(\d)\}/g, (_, n) => values[n] ?? "");
}
