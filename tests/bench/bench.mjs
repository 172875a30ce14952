// How soon the programme page is there and of use, on a slow phone: beside plain HTML of the same
// content, without prerendering, and at a second visit.
import { mkdirSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { launch } from "./chromium.mjs";
import { goFirst } from "./priority.mjs";
import { judge, print, summarise } from "./report.mjs";
import { copy, forgetPage, serve, writePlain } from "./site.mjs";
import { visit } from "./visit.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const PAGE = "programme/";
const FILE = "programme/index.html";
const PLAIN = "programme/plain.html";
const STAR = "main button.star";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    dist: { type: "string", default: "dist" },
    strict: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});
const runs = Number(values.runs);
if (values.help || !Number.isInteger(runs) || runs < 1) {
  console.log(`node tests/bench/bench.mjs [--runs 5] [--dist dist] [--strict]

Loads the programme page cold on slow 4G (150 ms, 1.6 Mbit/s) with a processor slowed down 4 times:
plain HTML of the same content, the site as it was built, the same without prerendering, and a second
visit to it. Each is left alone once, for paints, tasks, shifts and bytes, and clicked once, on the
first star as soon as it can be seen. Prints medians, ranges and a verdict for each bar, and writes
target/bench.json. --strict: ends with 1 when a bar is missed.`);
  process.exit(values.help ? 0 : 1);
}

/** A visit or more in a context that knows nothing before. */
async function inNewContext(browser, use) {
  const { browserContextId } = await browser.send("Target.createBrowserContext");
  await use(browserContextId);
  await browser.send("Target.disposeBrowserContext", { browserContextId });
}

/** Every variant once, beginning with another each time; a row of measures for each. */
async function measure(browser, sites, run) {
  const app = { url: sites.app + PAGE, hasApp: true };
  const bare = { url: sites.bare + PAGE, hasApp: true };
  const plain = { url: sites.app + PLAIN, hasApp: false };
  const row = {};
  const stored = {};
  const load = async (context, variant, page) => (row[variant] = await visit(browser, context, page));
  // A click ends the search for the largest paint, so paints are those of a load that is left alone.
  const click = async (context, variant, page) =>
    (stored[variant] = (await visit(browser, context, { ...page, star: STAR })).stored);
  const steps = [
    (context) => load(context, "plain", plain),
    async (context) => {
      await load(context, "app", app);
      await load(context, "second", app);
      await click(context, "second", app);
    },
    (context) => click(context, "app", app),
    (context) => load(context, "bare", bare),
    (context) => click(context, "bare", bare),
  ];
  for (let index = 0; index < steps.length; index += 1) {
    await inNewContext(browser, steps[(index + run) % steps.length]);
  }
  for (const [variant, at] of Object.entries(stored)) row[variant].stored = at;
  return row;
}

process.on("SIGINT", () => process.exit(130));
process.on("SIGTERM", () => process.exit(143));
const load = { start: loadavg()[0], goesFirst: goFirst() };
const browser = await launch();
const app = copy(resolve(root, values.dist));
await writePlain(browser, app, FILE, PLAIN);
const bare = copy(app);
forgetPage(bare, FILE);
const servers = { app: await serve(app), bare: await serve(bare) };
const sites = { app: servers.app.url, bare: servers.bare.url };

const rows = [];
for (let run = 1; run <= runs; run += 1) {
  process.stderr.write(`run ${run} of ${runs}, load ${loadavg()[0].toFixed(1)} …\n`);
  // Every variant in each run, so that noise hits all alike.
  rows.push(await measure(browser, sites, run));
}
await browser.close();
for (const server of Object.values(servers)) server.stop();
load.end = loadavg()[0];

const results = summarise(rows);
const verdicts = judge(results);
mkdirSync(join(root, "target"), { recursive: true });
const report = { page: `/${PAGE}`, runs, load, results, verdicts, rows };
writeFileSync(join(root, "target/bench.json"), `${JSON.stringify(report, null, 2)}\n`);
print({ runs, load, results, verdicts });
if (values.strict && verdicts.some(({ isMet }) => !isMet)) process.exitCode = 1;
