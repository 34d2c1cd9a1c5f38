// Every page: buttons of a form that was sent cannot be pressed twice.
document.addEventListener("submit", (event) => {
  const form = event.target;
  setTimeout(() => form.querySelectorAll("button[type=submit], button:not([type])").forEach((b) => (b.disabled = true)));
});
addEventListener("pageshow", (event) => {
  if (event.persisted) document.querySelectorAll("button:disabled[type=submit]").forEach((b) => (b.disabled = false));
});
