// Calls to the programming interface, with the token that forms carry; a refusal arrives as its sentence.
export class Refused extends Error {
  constructor(status, problem) {
    super(problem?.detail ?? `${status}`);
    this.status = status;
    this.code = problem?.code ?? "";
  }
}

export const token = () => document.querySelector('meta[name="csrf"]')?.content ?? "";

/** The person this page acts for by delegation, and what its addresses begin with then. */
const giver = document.querySelector('meta[name="acting-for"]')?.content ?? "";
export const base = giver ? `/for/${giver}` : "";
const acting = giver ? { "Pli-Acting-For": giver } : {};

export const headers = () => ({ ...acting, ...(token() ? { "X-CSRF-TOKEN": token() } : {}) });

export async function call(method, path, body, more = {}) {
  const answer = await fetch(path, {
    method,
    credentials: "same-origin",
    cache: "no-store",
    headers: {
      Accept: "application/json",
      "Accept-Language": document.documentElement.lang,
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...(method === "GET" ? acting : headers()),
      ...more,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (answer.status === 304 || answer.status === 204) return { status: answer.status, etag: answer.headers.get("ETag") };
  const text = await answer.text();
  let json = null;
  try {
    json = text ? JSON.parse(text) : null;
  } catch {
    json = null;
  }
  if (!answer.ok) throw new Refused(answer.status, json);
  return { status: answer.status, etag: answer.headers.get("ETag"), json };
}
