// The lifetime as a number and a slider, with a forecast of the end that moves with the clock.
import { el } from "./dom.js";
import { fully } from "./show.js";

const byId = (id) => document.getElementById(id);

/** @returns the slider, which is put behind the field */
export function lifetime(field, { t, lang, zone, touched }) {
  const slider = el("input", {
    type: "range",
    class: "form-range",
    min: field.min,
    max: field.max,
    value: field.value,
    "aria-label": document.querySelector('label[for="days"]').textContent,
    "aria-describedby": "forecast",
  });
  field.after(slider);
  const forecast = () => {
    const days = Number(field.value);
    if (!Number.isInteger(days) || days < 1 || days > Number(field.max)) return;
    byId("days-said").textContent = t(`days-${days}`);
    slider.setAttribute("aria-valuetext", t(`days-${days}`));
    byId("forecast").querySelector("[data-end]").textContent = fully(new Date(Date.now() + days * 86_400_000), lang, zone);
  };
  slider.addEventListener("input", () => {
    field.value = slider.value;
    forecast();
    touched();
  });
  field.addEventListener("input", () => {
    slider.value = field.value;
    forecast();
  });
  setInterval(forecast, 30_000);
  forecast();
  return slider;
}
