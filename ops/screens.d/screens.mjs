// Renders every page as the people of the demonstration see it. Started by ops/screens, with its settings in the environment.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { request as ask } from "node:https";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

const BASE = process.env.PLI_SERVER;
const OUT = process.env.SCREENS;
const PICTURES = process.env.PICTURES;
const CARD_DOOR = `https://${new URL(BASE).hostname}:${process.env.PLI_CARD_PORT}/`;
const CARDS = join(process.env.PLI_HOME, "cards");
const PATIENCE = 60_000;

const WAYS = [];
for (const language of ["fr", "en"]) {
  for (const theme of process.env.QUICK ? ["light"] : ["light", "dark"]) {
    for (const width of process.env.QUICK ? [1280] : [1280, 360]) WAYS.push({ language, theme, width });
  }
}

// What each person looks at; {sent}, {received}, {draft}, {entry} and the like become ids: of the demonstration, or of
// the first link of that kind on the page before.
const PEOPLE = {
  nobody: ["/", "/sign-in", "/forgotten", "/terms", "/news", "/accessibility", "/api", "/help"],
  CLERK: [
    "/workspace", "/experts", "/designations", "/designations/new", "/designations/{designation}",
    "/messages", "/messages/sent", "/messages/drafts", "/messages/new", "/messages/drafts/{draft}", "/messages/{sent}",
    "/messages/{sent}/delete", "/account", "/account/preferences", "/account/tokens", "/account/journal", "/account/password", "/notices", "/help", "/rights",
    "/account/certificates/merge", "/departure", "/statistics",
  ],
  MAGISTRAT: ["/workspace", "/account/certificates/merge", "/account/delegations", "/expertises", "/departure", "/help"],
  EXPERT: ["/workspace", "/experts/mine", "/designations/{designation}", "/designations/{designation}/accept", "/designations/{designation}/refuse", "/expertises", "/expertises/{expertise}", "/expertises/{expertise}/state", "/expertises/{expertise}/participants", "/statistics", "/help"],
  LAWYER: ["/expertises", "/expertises/{expertise}", "/expertises/{expertise}/folders/{folder}", "/help"],
  PARTY: ["/expertises", "/help"],
  SAPITEUR: ["/expertises", "/expertises/{expertise}", "/help"],
  NEWCOMER: ["/new-card", "/new-card/registration", "/new-card/known", "/new-card/support"],
  SUPPORT: [
    "/support/certificates", "/support/certificates/{request}", "/support/merges", "/support/merges/{merge}",
    "/admin/departures", "/admin/departures/{departure}",
  ],
  DEPUTY: ["/messages", "/for/{giver}/messages", "/for/{giver}/notices", "/for/{giver}/messages/new"],
  PARTNER: ["/messages", "/messages/{received}", "/messages/{received}/files/{file}/preview", "/help"],
  ADMINISTRATOR: [
    "/admin/directory", "/admin/directory/{entry}", "/admin/directory/new", "/admin/directory/imports", "/admin/organisations", "/admin/offices", "/admin/offices/{office}", "/admin/offices/imports", "/admin/offices/imports/{imported}", "/admin/policies",
    "/admin/terms", "/admin/state", "/statistics", "/help", "/rights/simulator?standing=AVOCAT.PARTY_A&standing=SAPITEUR.SAPITEUR_1&expertMode=PARTY_B",
  ],
  AUDITOR: ["/journal", "/statistics"],
};
const HELP = {
  "nobody /sign-in": "sign-in",
  "CLERK /messages/new": "write",
  "CLERK /messages/{sent}": "sent",
  "CLERK /messages": "inbox",
  "CLERK /account/preferences": "preferences",
  "PARTNER /messages/{received}": "received",
  "PARTNER /messages/{received}/files/{file}/preview": "preview",
  "ADMINISTRATOR /admin/directory": "directory",
  "ADMINISTRATOR /admin/directory/imports": "import",
  "ADMINISTRATOR /admin/offices": "offices",
  "ADMINISTRATOR /admin/policies": "policies",
  "ADMINISTRATOR /admin/state": "state",
  "MAGISTRAT /account/delegations": "delegations",
  "MAGISTRAT /expertises": "court-cases",
  "MAGISTRAT /departure": "departure",
  "LAWYER /expertises/{expertise}/folders/{folder}": "folder",
  "EXPERT /workspace": "expert-workspace",
  "CLERK /workspace": "court-workspace",
  "CLERK /designations/{designation}": "designation",
  "PARTY /expertises": "party-cases",
  "SAPITEUR /expertises/{expertise}": "sapiteur-case",
  "DEPUTY /for/{giver}/messages": "acting",
};

async function call(person, method, path, body) {
  const answer = await fetch(BASE + path, {
    method,
    headers: { Authorization: `Bearer ${process.env[`DEMO_${person}_TOKEN`]}`, "Content-Type": "application/json" },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

const first = async (person, path) => (await call(person, "GET", path)).items[0]?.id;
const withFiles = async (person, path) => (await call(person, "GET", path)).items.find((message) => message.files > 0)?.id;

// A file of offices in which one comes, one changes its members and one line is wrong, shown and never confirmed.
async function imported() {
  const answer = await fetch(`${BASE}/api/v1/offices/imports?name=bureaux.csv`, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.DEMO_ADMINISTRATOR_TOKEN}`, "Content-Type": "text/csv" },
    body: [
      "Adresse du bureau;Nom;Organisation;Adresse du membre",
      `${process.env.DEMO_OFFICE_EMAIL};Greffe civil, 1re chambre;Tribunal judiciaire de Bordeaux;${process.env.DEMO_CLERK_EMAIL}`,
      `referes@demo.example;Greffe des référés;Tribunal judiciaire de Bordeaux;${process.env.DEMO_DEPUTY_EMAIL}`,
      "referes@demo.example;Greffe des référés;Tribunal judiciaire de Bordeaux;partie@demo.example",
    ].join("\n"),
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!answer.ok) throw new Error(`an import of offices: ${answer.status} ${await answer.text()}`);
  return (await answer.json()).id;
}

// The expertise with every role, and the folder of the claimant's exhibits in it.
async function expertise() {
  const under = (await call("LAWYER", "GET", "/api/v1/expertises?state=OPEN")).items[0];
  if (!under) return {};
  const { items } = await call("LAWYER", "GET", `/api/v1/expertises/${under.id}/folders`);
  const folder = items.find((one) => one.kind === "PARTIE_PIECES_COTEES" && one.documents > 0);
  return { expertise: under.id, folder: folder?.id };
}

// A deputy who has declared to leave, which support sees.
async function departure() {
  const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  return (await call("DEPUTY", "PUT", "/api/v1/departure", { lastDay: day })).id;
}

// The letters of the demonstration leave once they are analysed.
async function ids() {
  for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((wake) => setTimeout(wake, 500))) {
    const found = {
      sent: await withFiles("CLERK", "/api/v1/messages?box=sent"),
      received: await withFiles("PARTNER", "/api/v1/messages"),
      draft: await first("CLERK", "/api/v1/drafts"),
      entry: await first("ADMINISTRATOR", "/api/v1/directory/entries"),
      office: await first("ADMINISTRATOR", "/api/v1/offices"),
      designation: await first("CLERK", "/api/v1/designations?state=PENDING"),
      giver: process.env.DEMO_DELEGATION_GIVER_ID,
      ...(await expertise()),
    };
    if (Object.values(found).every(Boolean) && found.folder) {
      const files = (await call("PARTNER", "GET", `/api/v1/messages/${found.received}/files`)).items;
      return { ...found, departure: await departure(), imported: await imported(), file: files.find((file) => file.path.endsWith(".pdf"))?.id ?? files[0].id };
    }
  }
  throw new Error("the letters of the demonstration do not leave");
}

// What the support has to do: a card that does not work any more, and an account that was made twice.
async function askForSupport(browser) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await signInByCard(page, "NEWCOMER");
  await page.goto(`${BASE}/new-card/support`);
  await fill(page, { name: "Claire Aubry", email: process.env.DEMO_DEPUTY_EMAIL, landline: "05 56 00 00 00", times: "9 h - 12 h" });
  await signIn(page, "CLERK");
  await page.goto(`${BASE}/account/certificates/merge`);
  await fill(page, { landline: "05 56 00 00 00", serial: "0A3F" });
  await context.close();
}

async function fill(page, fields) {
  for (const [name, value] of Object.entries(fields)) {
    await page.$eval(`main [name=${name}]`, (field, text) => { field.value = text; }, value);
  }
  await submit(page);
}

const submit = (page) => Promise.all([page.waitForNavigation(), page.click("main form button[type=submit]")]);

// This browser has no card: what the card door is asked leaves with the card's key from here.
async function signInByCard(page, card) {
  const identity = { pfx: await readFile(join(CARDS, `${card}.p12`)), passphrase: (await readFile(join(CARDS, `${card}.password`), "utf8")).trim() };
  await page.setRequestInterception(true);
  page.on("request", (request) =>
    request.url().startsWith(CARD_DOOR)
      ? atCardDoor(request, identity).then((answer) => request.respond(answer), () => request.abort())
      : request.continue());
  await page.goto(`${BASE}/sign-in/card`);
  await submit(page);
  // the ticket's page goes on to the main door by itself
  while (page.url().startsWith(CARD_DOOR)) await new Promise((wake) => setTimeout(wake, 100));
  await page.waitForSelector("main");
}

const atCardDoor = (request, identity) =>
  new Promise((done, failed) => {
    const { host, ...headers } = request.headers();
    ask(request.url(), { method: request.method(), headers, rejectUnauthorized: false, ...identity }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    }).on("error", failed).end(request.postData());
  });

async function signIn(page, person) {
  await page.goto(`${BASE}/sign-in`);
  await page.type("#email", process.env[`DEMO_${person}_EMAIL`]);
  await page.type("#password", process.env[`DEMO_${person}_PASSWORD`]);
  await submit(page);
}

// The id of the first link on the page that leads to such a path.
async function linked(page, path) {
  const prefix = path.slice(0, path.indexOf("{"));
  const links = await page.$$eval("a[href]", (all) => all.map((link) => link.getAttribute("href")));
  return links.find((link) => link.startsWith(prefix) && /^[0-9a-f-]{36}$/.test(link.slice(prefix.length)))?.slice(prefix.length);
}

async function look(context, way, person, known) {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.setViewport({ width: way.width, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: way.theme }]);
  await page.setExtraHTTPHeaders({ "Accept-Language": way.language });
  if (person === "NEWCOMER") await signInByCard(page, person);
  else if (person !== "nobody") await signIn(page, person);
  const folder = join(OUT, `${way.language}-${way.theme}-${way.width}`);
  await mkdir(folder, { recursive: true });
  for (const path of PEOPLE[person]) {
    const name = /\{(\w+)\}/.exec(path)?.[1];
    if (name && !known[name]) known[name] = await linked(page, path);
    const answer = await page.goto(BASE + path.replace(/\{(\w+)\}/g, (whole, one) => known[one]), { waitUntil: "load" });
    if (answer.status() >= 400) console.error(`${person} ${path}: ${answer.status()}`);
    const picture = `${person.toLowerCase()}${path.replace(/\?.*/, "").replace(/[{}]/g, "").replace(/\//g, "-")}`;
    await page.screenshot({ path: join(folder, `${picture}.png`), fullPage: true });
    if (PICTURES && HELP[`${person} ${path}`] && way.width === 1280 && way.theme === "light") {
      await forHelp(page, way, HELP[`${person} ${path}`]);
    }
  }
  await page.close();
}

// Narrower than a desk's screen, so that it can be read inside a page, and no higher than it is useful.
async function forHelp(page, way, name) {
  await page.setViewport({ width: 900, height: 640 });
  const folder = join(PICTURES, way.language);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.png`), await page.screenshot({ optimizeForSpeed: false }));
  await page.setViewport({ width: way.width, height: 900 });
}

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  headless: true,
  acceptInsecureCerts: true,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"],
});
try {
  const known = await ids();
  await askForSupport(browser);
  for (const way of WAYS) {
    for (const person of Object.keys(PEOPLE)) {
      if (process.env[`DEMO_${person}_TOKEN`]) await call(person, "PUT", "/api/v1/me", { language: way.language });
      const context = await browser.createBrowserContext();
      await look(context, way, person, known);
      await context.close();
    }
    console.log(`${way.language}, ${way.theme}, ${way.width} pixels`);
  }
  for (const person of Object.keys(PEOPLE)) {
    if (process.env[`DEMO_${person}_TOKEN`]) await call(person, "PUT", "/api/v1/me", { language: "fr" });
  }
} finally {
  await browser.close();
}
