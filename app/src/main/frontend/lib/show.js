// Sizes, rates, times and dates as the server writes them; 1 Ko is 1000 octets.
const UNITS = { fr: ["octets", "Ko", "Mo", "Go", "To"], en: ["bytes", "kB", "MB", "GB", "TB"] };

const language = (lang) => (lang.startsWith("fr") ? "fr" : "en");

export function size(bytes, lang) {
  const units = UNITS[language(lang)];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  return `${new Intl.NumberFormat(lang, { maximumFractionDigits: digits }).format(value)}\u00a0${units[unit]}`;
}

export function left(seconds) {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))}\u00a0s`;
  if (seconds < 3600) return `${Math.round(seconds / 60)}\u00a0min`;
  return `${Math.floor(seconds / 3600)}\u00a0h ${Math.round((seconds % 3600) / 60)}\u00a0min`;
}

export function time(date, lang, zone) {
  const clock = new Intl.DateTimeFormat("fr-FR", { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(date);
  return language(lang) === "fr" ? clock.replace(":", "h") : clock;
}

/** « lundi 7 décembre 2026 à 10h43 (Paris) ». */
export function fully(date, lang, zone) {
  const day = new Intl.DateTimeFormat(language(lang) === "fr" ? "fr-FR" : "en-GB", {
    dateStyle: "full",
    timeZone: zone,
  }).format(date);
  const place = zone.includes("/") ? zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ") : zone;
  return `${day} ${language(lang) === "fr" ? "à" : "at"} ${time(date, lang, zone)} (${place})`;
}

/** Bytes per second over the last seconds, from what was seen at each report of progress. */
export class Rate {
  #seen = [];

  report(bytes, now = performance.now()) {
    this.#seen.push({ bytes, now });
    while (this.#seen.length > 2 && now - this.#seen[0].now > 5000) this.#seen.shift();
  }

  reset() {
    this.#seen = [];
  }

  perSecond() {
    if (this.#seen.length < 2) return 0;
    const first = this.#seen[0];
    const last = this.#seen[this.#seen.length - 1];
    return last.now > first.now ? ((last.bytes - first.bytes) * 1000) / (last.now - first.now) : 0;
  }
}
