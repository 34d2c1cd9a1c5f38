// Passkeys (WebAuthn): asks the browser for what the form's data-options say, and sends its answer with the form.
const decode = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

const encode = (buffer) =>
  buffer &&
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const known = (list) => list.map((key) => ({ ...key, id: decode(key.id) }));

async function create(options) {
  const made = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: decode(options.challenge),
      user: { ...options.user, id: decode(options.user.id) },
      excludeCredentials: known(options.excludeCredentials),
    },
  });
  return answer(made, {
    attestationObject: encode(made.response.attestationObject),
    transports: made.response.getTransports?.() ?? [],
  });
}

async function get(options) {
  const given = await navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: decode(options.challenge),
      allowCredentials: known(options.allowCredentials),
    },
  });
  return answer(given, {
    authenticatorData: encode(given.response.authenticatorData),
    signature: encode(given.response.signature),
    userHandle: encode(given.response.userHandle),
  });
}

const answer = (credential, response) => ({
  id: credential.id,
  rawId: encode(credential.rawId),
  type: credential.type,
  authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
  response: { clientDataJSON: encode(credential.response.clientDataJSON), ...response },
  clientExtensionResults: credential.getClientExtensionResults(),
});

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const button = form.querySelector("button");
  const said = form.querySelector("[data-passkey-said]");
  const say = (text) => {
    said.textContent = text;
    said.hidden = false;
  };
  if (!window.PublicKeyCredential) {
    say(form.dataset.missing);
    continue;
  }
  button.disabled = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    said.hidden = true;
    try {
      const options = JSON.parse(form.dataset.options);
      const given = await (form.dataset.passkey === "create" ? create(options) : get(options));
      form.elements.credential.value = JSON.stringify(given);
      form.submit();
    } catch (failure) {
      say(failure.name === "InvalidStateError" ? form.dataset.already : form.dataset.failed);
      button.disabled = false;
    }
  });
}
