// Bundles the pages' modules: every *.js beside this file is one page's entry, lib/ holds what they share.
// Does nothing when everything is up to date; installs the locked packages first when they changed.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const target = resolve(process.argv[2] ?? join(here, "../../../target/classes/static/assets"));
const stamp = join(target, ".built");

const changed = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);
const sources = (folder) =>
  readdirSync(join(here, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".js") && !entry.name.endsWith(".test.js"))
    .map((entry) => join(here, folder, entry.name));

const lock = join(here, "package-lock.json");
if (changed(join(here, "node_modules/.package-lock.json")) < changed(lock)) {
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-fund", "--no-audit", "--loglevel=error"], {
    cwd: here,
    stdio: "inherit",
  });
}

const entries = sources(".").filter((file) => !file.endsWith("/build.js"));
const inputs = [...entries, ...sources("lib"), lock, fileURLToPath(import.meta.url)];
const names = entries.map((file) => file.slice(here.length + 1)).join("\n");
const outputs = entries.map((file) => join(target, file.slice(here.length + 1)));
if (outputs.every((file) => existsSync(file)) && Math.max(...inputs.map(changed)) <= changed(stamp)) {
  process.exit(0);
}

const { build } = await import("esbuild");
mkdirSync(target, { recursive: true });
await build({
  entryPoints: entries,
  outdir: target,
  bundle: true,
  format: "esm",
  target: ["firefox115", "chrome115", "safari16"],
  platform: "browser",
  minify: true,
  legalComments: "eof",
  charset: "utf8",
  logLevel: "warning",
});
writeFileSync(stamp, names);
