// Sends messages over some connections for some seconds and prints how many became available per second.
// Usage: sends.mjs ADDRESS TOKEN RECIPIENT comment|file CONNECTIONS SECONDS
import https from "node:https";
import { randomBytes } from "node:crypto";

const [address, token, recipient, kind, connections, seconds] = process.argv.slice(2);
const agent = new https.Agent({ keepAlive: true, maxSockets: Number(connections), rejectUnauthorized: false });
const json = { "content-type": "application/json" };

function ask(method, path, headers, body) {
  return new Promise((done, fail) => {
    const all = { authorization: `Bearer ${token}`, ...headers };
    if (body) all["content-length"] = Buffer.byteLength(body);
    const request = https.request(new URL(path, address), { method, headers: all, agent }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part) => (text += part)).on("end", () =>
        answer.statusCode < 300 ? done(text) : fail(new Error(`${method} ${path}: ${answer.statusCode} ${text}`)));
    });
    request.on("error", fail).end(body);
  });
}

async function send() {
  const words = JSON.stringify({ recipients: [recipient], subject: "Mesure", comment: "Un mot", days: 1 });
  const draft = JSON.parse(await ask("POST", "/api/v1/drafts", json, words)).id;
  if (kind === "file") {
    const bytes = randomBytes(10000);
    await ask("POST", "/api/v1/uploads", {
      "tus-resumable": "1.0.0",
      "upload-length": bytes.length,
      "upload-metadata": `filename ${btoa("mesure.bin")},container ${btoa(draft)}`,
      "content-type": "application/offset+octet-stream",
    }, bytes);
  }
  await ask("POST", `/api/v1/drafts/${draft}/send`, {}, null);
  return draft;
}

const until = performance.now() + seconds * 1000;
const began = performance.now();
let last = null, sent = 0;
await Promise.all(Array.from({ length: Number(connections) }, async () => {
  while (performance.now() < until) {
    last = await send();
    sent++;
  }
}));
const took = (performance.now() - began) / 1000;
// Files are analysed after the sending was accepted: the last message must be there as well.
for (;;) {
  try { await ask("GET", `/api/v1/messages/${last}`, {}, null); break; } catch { await new Promise((next) => setTimeout(next, 50)); }
}
const all = (performance.now() - began) / 1000;
console.log(`${kind}: ${sent} sent in ${took.toFixed(1)} s, ${(sent / took).toFixed(1)}/s accepted; the last one available after ${all.toFixed(1)} s, ${(sent / all).toFixed(1)}/s`);
agent.destroy();
