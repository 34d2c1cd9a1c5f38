// A greffier's pages in Firefox: workspace, designation, departure, statistics. Called by FirefoxTest.
import { closed, insist, link, SERVER, sideways, signIn, step, text, wait, window } from "./firefox.mjs";

const { CLERK, EXPERT_NAME, COLLEAGUE, COLLEAGUE_NAME, DAY, FILE } = process.env;

/** Presses the button with these words and waits for the page that follows. */
async function press(page, words) {
  const button = await page.evaluateHandle(
    (wanted) => [...document.querySelectorAll("main button")].find((b) => b.innerText.trim() === wanted),
    words,
  );
  insist(button.asElement(), `no button « ${words} » on ${page.url()}: ${await text(page)}`);
  await Promise.all([page.waitForNavigation(), button.asElement().click()]);
}

async function says(page, words) {
  const all = await text(page);
  insist(all.includes(words), `« ${words} » is not on ${page.url()}: ${all}`);
  insist(!(await sideways(page)), `${page.url()} is wider than the window`);
}

const follow = async (page, words) => {
  const address = await link(page, words);
  insist(address, `no link « ${words} » on ${page.url()}`);
  await page.goto(address);
};

try {
  const { page, refused } = await window();
  await signIn(page, CLERK);
  insist(page.url() === `${SERVER}/workspace`, `begins at ${page.url()}`);
  await says(page, "Vous n'avez aucune désignation");
  step("the workspace is empty");

  await follow(page, "Nouvelle désignation");
  await page.type("#lastName", EXPERT_NAME);
  await press(page, "Rechercher");
  await says(page, EXPERT_NAME);
  await page.click("table.list input[type=radio]");
  await press(page, "Étape suivante");
  const pick = await page.$("#pick");
  await pick.uploadFile(FILE);
  // waiting for it, in it or after it: the jobs run meanwhile
  await wait(page, "the uploaded file", () => /analys/.test(document.querySelector("li.file")?.innerText));
  await page.type("#claimant", "Poitou");
  await page.type("#defendant", "Hartmann");
  await says(page, "2 Ajout de documents");
  await press(page, "Envoyer la désignation");
  await says(page, "Confirmer l'envoi de la désignation");
  await press(page, "Confirmer l'envoi");
  await wait(page, "the sent designation", () => document.querySelector("h1").innerText.includes("Expert désigné le"));
  await says(page, "pas encore ouverte");
  await press(page, "Relancer l'expert");
  await says(page, "L'expert est relancé par courriel.");
  await page.goto(`${SERVER}/workspace`);
  await says(page, EXPERT_NAME);
  await says(page, "relancée 1 fois");
  step("an expert is designated and reminded");

  await page.goto(`${SERVER}/departure`);
  await page.locator("#lastDay").fill(DAY);
  await page.type("#successor", COLLEAGUE_NAME);
  await wait(page, "the colleague among those offered", (email) => [...document.querySelectorAll("#successor-people option")].some((o) => o.value === email), COLLEAGUE);
  await page.locator("#successor").fill(COLLEAGUE);
  await press(page, "Déclarer mon départ");
  await says(page, `Vos dossiers passent alors à ${COLLEAGUE_NAME}`);
  await press(page, "Annuler mon départ");
  await says(page, "Votre départ est annulé.");
  step("a departure is declared and cancelled");

  await page.goto(`${SERVER}/statistics`);
  insist((await page.$$("svg.chart")).length === 6, "six charts");
  await page.click("section[aria-labelledby=answers] summary");
  const row = await page.evaluate(() => document.querySelector("section[aria-labelledby=answers] tbody tr").innerText);
  insist(/^En attente\s+1$/.test(row), `the designation is counted as « ${row} »`);
  await says(page, "Désignations par réponse");
  step("the statistics count it");

  insist(refused.length === 0, refused.join("\n"));
  step("done");
} finally {
  await closed();
}
