// The main job in Firefox over WebDriver BiDi: a clerk writes a message and sends a file, a partner downloads it, the
// clerk sees the receipt. Called by FirefoxTest, which keeps the platform's jobs running meanwhile; says each step on
// its output and ends with status 0 when all of them held.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { closed, insist, link, SERVER, sideways, signIn, step, text, wait, window } from "./firefox.mjs";

const { CLERK, PARTNER, PARTNER_NAME, FILE } = process.env;
const SUBJECT = "Pièces du dossier Hartmann";

try {
  const office = await window();
  await signIn(office.page, CLERK);
  step("the clerk is signed in");

  await office.page.goto(`${SERVER}/messages/new`);
  await office.page.waitForSelector("#recipients-input");
  await office.page.type("#recipients-input", PARTNER);
  await office.page.keyboard.press("Enter");
  await wait(office.page, "the recipient's chip", (name) => document.querySelector(".chip")?.innerText.includes(name), PARTNER_NAME);
  await office.page.type("#subject", SUBJECT);
  await office.page.type("#comment", "Bonjour, veuillez trouver les pièces annoncées.");
  const pick = await office.page.$("#pick");
  await pick.uploadFile(FILE);
  await wait(office.page, "the uploaded file", () => document.querySelector("progress.bar.ok"));
  step("the file is uploaded");

  await office.page.click("#send");
  await wait(office.page, "the sent message", () => /\/messages\/[0-9a-f-]{36}$/.test(location.pathname) || document.querySelector("#left:not(.d-none)"));
  step("the message has left");

  const outside = await window();
  await signIn(outside.page, PARTNER);
  await outside.page.goto(`${SERVER}/messages`);
  const received = await link(outside.page, SUBJECT);
  insist(received, "the message is not in the partner's inbox");
  await outside.page.goto(received);
  const download = await outside.page.evaluate(() => document.querySelector("a[download][href*='/files/']").href);
  // the page's own network, cookies and policy; what it received is hashed where it was received
  const fingerprint = await outside.page.evaluate(async (address) => {
    const answer = await fetch(address);
    const bytes = await answer.arrayBuffer();
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return [...hash].map((b) => b.toString(16).padStart(2, "0")).join("");
  }, download);
  insist(fingerprint === createHash("sha256").update(readFileSync(FILE)).digest("hex"), "other bytes were downloaded");
  step("the partner has the file");

  const shown = await outside.page.evaluate(() => document.querySelector("a[href$='/preview']")?.href);
  insist(shown, "no preview is offered");
  await outside.page.goto(shown);
  insist((await text(outside.page)).includes("Ordonnance du 9 mars"), "the preview does not show the text");
  step("the partner has looked at the preview");

  await office.page.goto(`${SERVER}/messages/sent`);
  const sent = await link(office.page, SUBJECT);
  for (let look = 0; ; look++) {
    await office.page.goto(sent);
    const words = await text(office.page);
    if (["téléchargé", "vu", "aperçu"].every((word) => words.includes(word))) break;
    insist(look < 50, `the receipt is not there: ${words}`);
    await new Promise((later) => setTimeout(later, 200));
  }
  step("the clerk sees the receipt");

  insist(!(await sideways(office.page)), "the page of the receipt is wider than the window");
  insist([...office.refused, ...outside.refused].length === 0, [...office.refused, ...outside.refused].join("\n"));
  step("done");
} finally {
  await closed();
}
