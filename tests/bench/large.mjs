// How soon the programme of a large event is there and of use on a slow phone, and how it answers:
// FOSDEM 2025 and 36C3 as `meridian import` has them from ../shared/schedules, and generated agendas of 1,000 and 10,000
// sessions. Prints a table with a verdict for each bar, which are FOSDEM's, and writes target/large.json.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { act } from "./act.mjs";
import { launch } from "./chromium.mjs";
import { goFirst } from "./priority.mjs";
import { serve, writePlain } from "./site.mjs";
import { bigAgenda, meridian } from "./tool.mjs";
import { visit } from "./visit.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const SCHEDULES = join(root, "../shared/schedules");
const PAGE = "programme/";
const FILE = "programme/index.html";
const PLAIN = "programme/plain.html";
const EVENTS = [
  { name: "FOSDEM 2025", file: "fosdem-2025.frab.xml", flags: [] },
  { name: "36C3", file: "36c3.frab.xml", flags: ["--timezone", "Europe/Berlin"] },
  { name: "1,000", sessions: 1_000 },
  { name: "10,000", sessions: 10_000 },
];
const RATIO = 1.3;
// Each with its bar, if it has one.
const ROWS = [
  ["plain", "plain HTML, largest paint, ms", 0],
  ["lcp", "largest paint, ms", 0],
  ["ratio", "  of plain HTML’s", 2, RATIO],
  ["stored", "usable: a star stored, ms", 0, 2_600],
  ["ready", "app ready, ms", 0],
  ["blocked", "blocked, ms", 0, 150],
  ["kb", "before the app is ready, KB", 0, 380],
  ["cls", "layout shift", 4, 0.01],
  ["memory", "JS heap and linear memory, MB", 1, 24],
  ["star", "a star pressed, ms", 0, 100],
  ["filter", "a filter chosen, ms", 0, 100],
  ["zone", "another clock, ms", 0, 100],
  ["day", "another day, ms", 0, 100],
  ["search", "a key to its results, ms", 0, 50],
  ["elements", "elements of the page", 0],
  ["megabytes", "site, MB", 1, 60],
  ["files", "site, files", 0, 8_000],
];

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "3" },
    app: { type: "string", default: "dist/app" },
    only: { type: "string" },
    strict: { type: "boolean", default: false },
  },
});
const runs = Number(values.runs);
const folder = mkdtempSync(join(tmpdir(), "meridian-large-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
process.on("SIGINT", () => process.exit(130));
process.on("SIGTERM", () => process.exit(143));

/** The site of an event; `null` where its file is not on this machine. */
function build({ name, file, flags, sessions }, index) {
  const from = join(folder, `${index}`);
  mkdirSync(from);
  const agenda = join(from, "agenda.json");
  if (sessions) {
    writeFileSync(agenda, bigAgenda("--sessions", `${sessions}`));
  } else if (existsSync(join(SCHEDULES, file))) {
    meridian("import", join(SCHEDULES, file), ...flags, "-o", agenda);
  } else {
    console.log(`${name}: NOT MEASURED, as ../shared/schedules/${file} is not on this machine`);
    return null;
  }
  const out = join(folder, `${index}-site`);
  meridian("build", from, "--app", join(root, values.app), "--out", out);
  return out;
}

/** Bytes and number of the files of a folder. */
function weigh(site) {
  const files = readdirSync(site, { recursive: true }).map((path) => statSync(join(site, path))).filter((file) => file.isFile());
  return { megabytes: files.reduce((sum, { size }) => sum + size, 0) / 1e6, files: files.length };
}

async function measure(browser, url) {
  const alone = async (use) => {
    const { browserContextId } = await browser.send("Target.createBrowserContext");
    const found = await use(browserContextId);
    await browser.send("Target.disposeBrowserContext", { browserContextId });
    return found;
  };
  const plain = await alone((context) => visit(browser, context, { url: url + PLAIN, hasApp: false }));
  const app = await alone((context) => visit(browser, context, { url: url + PAGE, hasApp: true }));
  const { stored } = await alone((context) => visit(browser, context, { url: url + PAGE, hasApp: true, star: "main button.star" }));
  const acts = await alone((context) => act(browser, context, url + PAGE));
  const { lcp, ready, tbt: blocked, cls, readyBytes } = app;
  return { plain: plain.lcp, lcp, ratio: lcp / plain.lcp, stored, ready, blocked, cls, kb: readyBytes / 1000, ...acts };
}

const median = (all) => all.toSorted((a, b) => a - b)[all.length >> 1];

goFirst();
const results = {};
for (const [index, event] of EVENTS.entries()) {
  if (values.only && event.name !== values.only) continue;
  process.stderr.write(`${event.name} …\n`);
  const site = build(event, index);
  if (!site) continue;
  const weight = weigh(site);
  const browser = await launch();
  await writePlain(browser, site, FILE, PLAIN);
  const server = await serve(site);
  const rows = [];
  for (let run = 0; run < runs; run += 1) rows.push(await measure(browser, server.url));
  server.stop();
  await browser.close();
  const medians = Object.fromEntries(Object.keys(rows[0]).map((key) => [key, median(rows.map((row) => row[key]))]));
  results[event.name] = { ...medians, ...weight };
}

const names = Object.keys(results);
console.log(`\nmedian of ${runs}, load ${loadavg()[0].toFixed(1)}`.padEnd(37) + names.map((name) => name.padStart(13)).join("") + "   bar");
let isMissed = false;
for (const [key, words, digits, most] of ROWS) {
  const cells = names.map((name) => results[name][key]?.toFixed(digits).padStart(13) ?? "–".padStart(13));
  const isOver = most && results["FOSDEM 2025"]?.[key] > most;
  isMissed ||= Boolean(isOver);
  console.log(words.padEnd(36) + cells.join("") + (most ? `   ${most}${isOver ? " MISSED" : ""}` : ""));
}
mkdirSync(join(root, "target"), { recursive: true });
writeFileSync(join(root, "target/large.json"), `${JSON.stringify(results, null, 2)}\n`);
if (values.strict && isMissed) process.exitCode = 1;
