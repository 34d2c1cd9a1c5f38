// Before the first paint: Bootstrap's theme follows the system's.
const dark = matchMedia("(prefers-color-scheme: dark)");
const apply = () => document.documentElement.setAttribute("data-bs-theme", dark.matches ? "dark" : "light");
dark.addEventListener("change", apply);
apply();
