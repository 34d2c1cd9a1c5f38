// Debian's Firefox over WebDriver BiDi, and what every script here does in it. A script says each step on its output and
// ends with status 0 when all of them held.
import puppeteer from "puppeteer-core";

const { PASSWORD, FIREFOX } = process.env;
const PATIENCE = 60_000;

export const { SERVER } = process.env;

export const step = (name) => console.log(`step: ${name}`);

export function insist(held, what) {
  if (!held) throw new Error(what);
}

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: FIREFOX,
  headless: true,
  acceptInsecureCerts: true,
  extraPrefsFirefox: { "intl.accept_languages": "fr-FR, fr" },
});

export const closed = () => browser.close();

/** Somebody's window, with cookies of its own, and what scripts or the content policy complained about in it. */
export async function window() {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.setViewport({ width: 1280, height: 900 });
  const refused = [];
  page.on("console", (message) => {
    if (message.text().includes("Content-Security-Policy") || message.text().includes("Content Security Policy")) refused.push(message.text());
  });
  page.on("pageerror", (error) => refused.push(String(error)));
  return { page, refused };
}

export async function signIn(page, email) {
  await page.goto(`${SERVER}/sign-in`);
  await page.type("#email", email);
  await page.type("#password", PASSWORD);
  await Promise.all([page.waitForNavigation(), page.click("main form button:not([type=button])")]);
  insist(!page.url().endsWith("/sign-in"), `${email} is not signed in`);
}

export const text = (page) => page.evaluate(() => document.body.innerText);

export const wait = (page, what, check, ...given) =>
  page.waitForFunction(check, { timeout: PATIENCE, polling: 100 }, ...given).catch(() => {
    throw new Error(`not seen in time: ${what}`);
  });

/** The address of the first link with these words. */
export const link = (page, words) =>
  page.evaluate((wanted) => [...document.querySelectorAll("main a")].find((a) => a.innerText.includes(wanted))?.href, words);

/** Whether the page is wider than its window. */
export const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
