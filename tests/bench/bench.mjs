// How long until a star can be clicked, on a slow phone, beside plain HTML of the same content.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import config from "../e2e/playwright.config.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const PAGE = "programme/";
const PLAIN = "plain.html";
const STAR = "main button.star";
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const SLOWER_CPU = 4;
// After the last thing that is waited for: what comes later is no longer measured.
const REST = 1_000;

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    dist: { type: "string", default: "dist" },
    help: { type: "boolean", short: "h", default: false },
  },
});
const runs = Number(values.runs);
if (values.help || !Number.isInteger(runs) || runs < 1) {
  console.log(`node tests/bench/bench.mjs [--runs 5] [--dist dist]

Loads the programme page cold on slow 4G (150 ms, 1.6 Mbit/s) with a processor slowed
down ${SLOWER_CPU} times, clicks the first star as soon as it is there, and measures until the
click is stored; beside it a page of the same content without script. Prints medians
and ranges, and writes target/bench.json.`);
  process.exit(values.help ? 0 : 1);
}

// What the page notes about itself.
function observe() {
  const seen = { fcp: 0, lcp: 0, tasks: [], stored: 0 };
  window.seen = seen;
  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch("paint", (entry) => entry.name === "first-contentful-paint" && (seen.fcp = entry.startTime));
  watch("largest-contentful-paint", (entry) => (seen.lcp = entry.startTime));
  watch("longtask", (entry) => seen.tasks.push([entry.startTime, entry.duration]));
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, text) {
    setItem.call(this, key, text);
    if (key.includes("/star/")) seen.stored ||= performance.now();
  };
}

/** Loads a page once in a browser that knows nothing. */
async function load(browser, url, use) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, timezoneId: "America/Bogota" });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  let bytes = 0;
  cdp.on("Network.loadingFinished", (request) => (bytes += request.encodedDataLength));
  await cdp.send("Network.enable");
  await cdp.send("Network.setCacheDisabled", { cacheDisabled: true });
  await cdp.send("Network.emulateNetworkConditions", SLOW_4G);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER_CPU });
  await page.addInitScript(observe);
  await page.goto(url, { waitUntil: "commit" });
  await use(page);
  await page.waitForTimeout(REST);
  const seen = await page.evaluate(() => window.seen);
  await context.close();
  const until = seen.stored || Infinity;
  const blocked = seen.tasks.filter(([start]) => start < until).map(([, duration]) => Math.max(0, duration - 50));
  const tbt = blocked.reduce((sum, one) => sum + one, 0);
  return { stored: seen.stored || null, fcp: seen.fcp, lcp: seen.lcp, tbt, bytes };
}

/** Clicks the first star as a visitor does: with the mouse, where it stands. */
async function clickStar(page) {
  const handle = await page.waitForFunction((selector) => {
    const star = document.querySelector(selector);
    if (!star) return null;
    star.scrollIntoView({ block: "center" });
    const { x, y, width, height } = star.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, STAR);
  const { x, y } = await handle.jsonValue();
  await page.mouse.click(x, y);
  await page.waitForFunction(() => window.seen.stored > 0);
}

/** The app's own page as plain HTML: what it rendered and its stylesheet, no script. */
async function writePlain(browser, url, dir) {
  const page = await browser.newPage({ timezoneId: "America/Bogota" });
  await page.goto(url);
  await page.waitForSelector(STAR);
  const { lang, body } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    body: [...document.querySelectorAll("body > :not(script, noscript)")].map((part) => part.outerHTML).join("\n"),
  }));
  await page.close();
  const css = readdirSync(dir).find((name) => name.endsWith(".css"));
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Programme</title><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/${css}">`;
  const html = `<!doctype html>\n<html lang="${lang}"><head>${head}</head>\n<body>${body}</body></html>\n`;
  writeFileSync(join(dir, PLAIN), html);
}

/** Serves a folder compressed, as a CDN does; ends with this program. */
function serve(dir) {
  const server = spawn("node", ["tools/serve.mjs", dir, "--port", "0", "--brotli"], { cwd: root });
  process.on("exit", () => server.kill());
  return new Promise((resolve, reject) => {
    server.stdout.on("data", (text) => {
      const [url] = String(text).match(/http:\S+/) ?? [];
      if (url) resolve({ url, stop: () => server.kill() });
    });
    server.stderr.on("data", (text) => reject(new Error(String(text).trim())));
  });
}

/** Median, least and most of one measure. */
function summary(rows, measure) {
  const sorted = rows.map((row) => row[measure]).filter((value) => value !== null).sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const middle = (sorted.length - 1) / 2;
  const median = (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
  return { median: Math.round(median), min: Math.round(sorted[0]), max: Math.round(sorted.at(-1)) };
}

const MEASURES = [
  ["stored", "star stored", "ms"],
  ["fcp", "first paint (FCP)", "ms"],
  ["lcp", "largest paint (LCP)", "ms"],
  ["tbt", "blocked (TBT)", "ms"],
  ["bytes", "transferred", "bytes"],
];

function table(results) {
  const cell = (one) => (one ? `${one.median} (${one.min}–${one.max})` : "–");
  const line = (...cells) => cells.map((text, index) => text.padEnd([26, 24, 0][index])).join("");
  console.log(line(`median of ${runs} (range)`, "app", "plain HTML"));
  for (const [measure, words, unit] of MEASURES) {
    console.log(line(`${words}, ${unit}`, cell(results.app[measure]), cell(results.plain[measure])));
  }
}

const dir = mkdtempSync(join(tmpdir(), "meridian-bench-"));
process.on("SIGINT", () => process.exit(130));
process.on("exit", () => rmSync(dir, { recursive: true, force: true }));
cpSync(resolve(root, values.dist), dir, { recursive: true });
const browser = await chromium.launch(config.use.launchOptions);
// Once uncompressed-by-us to render the page, then as it is measured: compressed, the plain page too.
const first = await serve(dir);
await writePlain(browser, first.url + PAGE, dir);
first.stop();
const { url, stop } = await serve(dir);
const app = [];
const plain = [];
for (let run = 0; run < runs; run += 1) {
  const clicked = await load(browser, url + PAGE, clickStar);
  // A click ends the search for the largest paint, so paints are those of a load that is left alone.
  const { fcp, lcp } = await load(browser, url + PAGE, (page) => page.waitForSelector(STAR));
  app.push({ ...clicked, fcp, lcp });
  plain.push(await load(browser, url + PLAIN, (page) => page.waitForLoadState("load")));
}
await browser.close();
stop();

const summarise = (rows) => Object.fromEntries(MEASURES.map(([measure]) => [measure, summary(rows, measure)]));
const results = { runs, page: `/${PAGE}`, app: summarise(app), plain: summarise(plain), each: { app, plain } };
mkdirSync(join(root, "target"), { recursive: true });
writeFileSync(join(root, "target/bench.json"), `${JSON.stringify(results, null, 2)}\n`);
table(results);
