// What Lighthouse thinks of the built site, on a phone as it pictures one.
import { readFileSync, writeFileSync, mkdirSync } from "node:fs";
import { loadavg } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import lighthouse from "lighthouse";
import { launch } from "./chromium.mjs";
import { goFirst } from "./priority.mjs";
import { serve } from "./site.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const BARS = { performance: 97, accessibility: 100, "best-practices": 100, seo: 100 };
const CATEGORIES = Object.keys(BARS);
const BOOKMARKS = 6;
const PATIENCE = 10_000;
// Shown of what an audit found.
const MOST_DETAILS = 5;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: "string", default: "5" },
    dist: { type: "string", default: "dist" },
    help: { type: "boolean", short: "h", default: false },
  },
});
const runs = Number(values.runs);
if (values.help || !Number.isInteger(runs) || runs < 1) {
  console.log(`node tests/bench/lighthouse.mjs [--runs 5] [--dist dist] [part of a path …]

Has Lighthouse judge home, programme, a theme, a session, and my schedule with six bookmarks, each in a
browser that knows nothing else; or only the pages whose paths are given. Each page has its turn before
any has its next, so that a bad moment of the machine is not one page's alone. Of several runs the
middle one counts for performance, the worst for the rest. Prints the scores and what fails, writes
target/lighthouse.json, and ends with 1 when a bar is missed:
${CATEGORIES.map((name) => `${name} ${BARS[name]}`).join(", ")}.`);
  process.exit(values.help ? 0 : 1);
}

/** Keeps sessions starred in a browser's profile, from a file of the site that starts no app. */
async function bookmark(browser, url, { event, sessions }) {
  const { targetId } = await browser.send("Target.createTarget", { url: `${url}robots.txt` });
  const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: true });
  const stars = sessions.slice(0, BOOKMARKS).map(({ id }) => `meridian/${event.id}/star/${id}`);
  const keep = (stars, url) => {
    if (location.href !== `${url}robots.txt`) return false;
    stars.forEach((key, index) => localStorage.setItem(key, `1 ${1_700_000_000_000 + index} on`));
    return true;
  };
  const expression = `(${keep})(${JSON.stringify(stars)}, ${JSON.stringify(url)})`;
  const isKept = async () =>
    (await browser.send("Runtime.evaluate", { expression, returnByValue: true }, sessionId)).result.value;
  await until(isKept, "robots.txt was not there to keep bookmarks from");
  await browser.send("Target.closeTarget", { targetId });
}

/** The port that a Chromium has chosen. */
async function portOf(browser) {
  let port;
  const isKnown = () => {
    try {
      [port] = readFileSync(join(browser.profile, "DevToolsActivePort"), "utf8").split("\n");
    } catch {
      // Not yet.
    }
    return port;
  };
  await until(isKnown, "Chromium has not said on which port it listens");
  return Number(port);
}

async function until(isSo, trouble) {
  const end = Date.now() + PATIENCE;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(trouble);
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** One run: Lighthouse's own result. */
async function run(url, { path, starred }) {
  const browser = await launch(["--remote-debugging-pipe", "--remote-debugging-port=0"]);
  try {
    if (starred) await bookmark(browser, url, agenda);
    // As a library Lighthouse tells nobody of its use or of its errors.
    const { lhr } = await lighthouse(url + path, {
      port: await portOf(browser),
      logLevel: "error",
      onlyCategories: CATEGORIES,
      disableStorageReset: starred,
    });
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    const asked = lhr.audits["network-requests"].details.items.map((item) => item.url);
    const leaving = asked.filter((address) => !address.startsWith(url) && !/^(data|blob):/.test(address));
    if (leaving.length) throw new Error(`Requests to others:\n${leaving.join("\n")}`);
    return lhr;
  } finally {
    await browser.close();
  }
}

const score = (lhr, category) => Math.round(lhr.categories[category].score * 100);

/** Of several runs of a page, the one that counts for a category. */
function chosen(lhrs, category) {
  const sorted = lhrs.toSorted((a, b) => score(a, category) - score(b, category));
  return sorted[category === "performance" ? Math.floor((sorted.length - 1) / 2) : 0];
}

/** The audits that cost a category points, and for performance all that Lighthouse would do better. */
function failing(lhr, category) {
  const refs = lhr.categories[category].auditRefs.map(({ id, weight }) => ({ weight, ...lhr.audits[id] }));
  const advises = ({ scoreDisplayMode }) => category === "performance" && scoreDisplayMode === "metricSavings";
  return refs.filter((audit) => audit.score !== null && audit.score < 1 && (audit.weight > 0 || advises(audit)));
}

function tell(audit) {
  console.log(`    ${audit.id} (${audit.score}): ${audit.title}${audit.displayValue ? `, ${audit.displayValue}` : ""}`);
  const items = audit.details?.items ?? [];
  for (const item of items.slice(0, MOST_DETAILS)) {
    const words = item.node ? [item.node.snippet, item.node.explanation] : [JSON.stringify(item)];
    console.log(`      ${words.filter(Boolean).join(" · ").replace(/\s+/g, " ").slice(0, 300)}`);
  }
}

const METRICS = [
  ["first-contentful-paint", "FCP"],
  ["largest-contentful-paint", "LCP"],
  ["speed-index", "SI"],
  ["total-blocking-time", "TBT"],
  ["cumulative-layout-shift", "CLS"],
];

function line(page, cells, last) {
  console.log([page.padEnd(26), ...cells.map((cell) => cell.padEnd(16)), last].join(""));
}

/** What the runs of a page come to; prints it, with what costs points. */
function judge(page, lhrs) {
  const scores = Object.fromEntries(CATEGORIES.map((category) => [category, score(chosen(lhrs, category), category)]));
  const { audits } = chosen(lhrs, "performance");
  const metrics = METRICS.map(([id, short]) => `${short} ${audits[id].displayValue}`).join(", ");
  line(page, Object.values(scores).map(String), metrics);
  for (const category of CATEGORIES.filter((name) => scores[name] < 100)) {
    failing(chosen(lhrs, category), category).forEach(tell);
  }
  return { page, scores, metrics, speeds: lhrs.map((lhr) => lhr.environment.benchmarkIndex), runs: lhrs };
}

process.on("SIGINT", () => process.exit(130));
process.on("SIGTERM", () => process.exit(143));
const site = resolve(root, values.dist);
const agenda = JSON.parse(readFileSync(join(site, "agenda.json"), "utf8"));
const pages = [
  { path: "" },
  { path: "programme/" },
  { path: `themes/${agenda.themes[0].id}/` },
  { path: `sessions/${(agenda.sessions.find(({ talks }) => talks?.length) ?? agenda.sessions[0]).id}/` },
  { path: "mine/", starred: true },
].filter(({ path }) => positionals.length === 0 || positionals.some((part) => `/${path}`.includes(part)));

const place = goFirst() ? "before" : "beside";
console.log(`load of this machine: ${loadavg()[0].toFixed(1)}; this runs ${place} all else on it\n`);
const { url, stop } = await serve(site);
const results = new Map(pages.map((page) => [page, []]));
for (let index = 1; index <= runs; index += 1) {
  console.error(`run ${index} of ${runs}, load ${loadavg()[0].toFixed(1)} …`);
  for (const page of pages) results.get(page).push(await run(url, page));
}
stop();

line("page", CATEGORIES, "metrics");
const report = pages.map((page) => judge(`/${page.path}`, results.get(page)));
mkdirSync(join(root, "target"), { recursive: true });
writeFileSync(join(root, "target/lighthouse.json"), `${JSON.stringify(report, null, 1)}\n`);

const speeds = report.flatMap((page) => page.speeds).sort((a, b) => a - b);
console.log(`\nLighthouse rates this machine ${speeds[0]} to ${speeds.at(-1)}; it assumes 1500 or more`);
const missed = report.flatMap(({ page, scores }) =>
  CATEGORIES.filter((name) => scores[name] < BARS[name]).map(
    (name) => `${page} ${name}: ${scores[name]} of ${BARS[name]}`,
  ),
);
console.log(missed.length ? `MISSED\n  ${missed.join("\n  ")}` : "met: all bars");
process.exitCode = missed.length ? 1 : 0;
