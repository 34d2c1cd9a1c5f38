// Calls to the programming interface, with the token that forms carry; a refusal arrives as its sentence.
export class Refused extends Error {
  constructor(status, problem) {
    super(problem?.detail ?? `${status}`);
    this.status = status;
    this.code = problem?.code ?? "";
  }
}

export const token = () => document.querySelector('meta[name="csrf"]')?.content ?? "";

export const headers = () => (token() ? { "X-CSRF-TOKEN": token() } : {});

export async function call(method, path, body, more = {}) {
  const answer = await fetch(path, {
    method,
    credentials: "same-origin",
    cache: "no-store",
    headers: {
      Accept: "application/json",
      "Accept-Language": document.documentElement.lang,
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...(method === "GET" ? {} : headers()),
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
