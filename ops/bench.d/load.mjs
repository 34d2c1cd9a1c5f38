// Asks for pages at a fixed rate and prints p50 and p99 of each, in milliseconds, counted from when each request was due.
// Usage: load.mjs ADDRESS EMAIL PASSWORD RATE SECONDS NAME=PATH ...
import https from "node:https";

const [address, email, password, rate, seconds, ...pages] = process.argv.slice(2);
const agent = new https.Agent({ keepAlive: true, maxSockets: 32, rejectUnauthorized: false });
let cookies = new Map();

function ask(method, path, body) {
  return new Promise((done, fail) => {
    const headers = { cookie: [...cookies].map(([k, v]) => `${k}=${v}`).join("; ") };
    if (body) headers["content-type"] = "application/x-www-form-urlencoded";
    const request = https.request(new URL(path, address), { method, headers, agent }, (answer) => {
      for (const line of answer.headers["set-cookie"] ?? []) {
        const [name, value] = line.split(";")[0].split(/=(.*)/s);
        cookies.set(name, value);
      }
      let text = "";
      answer.setEncoding("utf8").on("data", (part) => (text += part)).on("end", () => done({ status: answer.statusCode, text, location: answer.headers.location }));
    });
    request.on("error", fail).end(body);
  });
}

async function signIn() {
  const form = (await ask("GET", "/sign-in")).text;
  const token = form.match(/<meta name="csrf" content="([^"]+)"/)[1];
  const answer = await ask("POST", "/sign-in", new URLSearchParams({ _csrf: token, email, password }).toString());
  if (answer.status !== 303 && answer.status !== 302) throw new Error(`signing in answered ${answer.status}`);
}

/** The path of a message that a list links to stands for {first}. */
async function firstOf(list) {
  const link = (await ask("GET", list)).text.match(/href="(\/messages\/[0-9a-f-]{36})"/);
  if (!link) throw new Error(`${list} links to no message`);
  return link[1];
}

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];

await signIn();
const routes = [];
for (const page of pages) {
  const [name, path] = page.split(/=(.*)/s);
  routes.push({ name, path: path.startsWith("{first}") ? (await firstOf(path.slice(7))) : path, times: [], wrong: 0 });
}
for (const warm of [1, 2, 3, 4, 5]) for (const route of routes) await ask("GET", route.path);

const total = rate * seconds;
const began = performance.now();
let open = [];
for (let number = 0; number < total; number++) {
  const due = began + (number * 1000) / rate;
  const wait = due - performance.now();
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  const route = routes[number % routes.length];
  open.push(ask("GET", route.path).then((answer) => {
    route.times.push(performance.now() - due);
    if (answer.status !== 200) route.wrong++;
  }, () => route.wrong++));
}
await Promise.all(open);
for (const route of routes) {
  const sorted = route.times.sort((a, b) => a - b);
  console.log(`${route.name} ${at(sorted, 0.5).toFixed(1)} ${at(sorted, 0.99).toFixed(1)} ${sorted.length} ${route.wrong}`);
}
agent.destroy();
