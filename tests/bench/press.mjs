// How long after a press a star is seen to be pressed, on a slow phone, at any moment of a first visit: before the app,
// while it starts, and with it. node tests/bench/press.mjs [--runs 5] [--dist dist]
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { launch } from "./chromium.mjs";
import { goFirst } from "./priority.mjs";
import { copy, serve } from "./site.mjs";
import { open } from "./visit.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
// Tall enough to show that many stars at once.
const SCREEN = { width: 390, height: 2400, deviceScaleFactor: 1, mobile: true };
const PRESSES = 8;
// Milliseconds between two presses; each run begins a little later, so that together they meet every moment.
const APART = 200;
const MOST = 100;

const { values } = parseArgs({ options: { runs: { type: "string", default: "5" }, dist: { type: "string", default: "dist" } } });
const runs = Number(values.runs);

// Runs in the page before everything else.
function observe(presses) {
  const tell = (...words) => window.bench(JSON.stringify(words));
  addEventListener("meridian:ready", () => tell("ready", performance.now()));
  const afterPaint = (call) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = call;
      port2.postMessage(null);
    });
  const notice = ({ target, timeStamp, isTrusted }) => {
    // The app does early presses again.
    if (!isTrusted) return;
    const star = target.closest("button.star");
    const before = star.ariaPressed;
    const change = new MutationObserver(() => {
      if (star.ariaPressed === before) return;
      change.disconnect();
      afterPaint(() => tell("shown", timeStamp, performance.now() - timeStamp));
    });
    change.observe(star, { attributes: true });
  };
  addEventListener("click", notice, { capture: true });
  const look = () => {
    const stars = [...document.querySelectorAll("main button.star")];
    const isPainted = performance.getEntriesByName("first-contentful-paint").length > 0;
    if (!isPainted || stars.length < presses) return requestAnimationFrame(look);
    stars[0].scrollIntoView({ block: "start", behavior: "instant" });
    scrollBy(0, -100);
    const boxes = stars.slice(0, presses).map((star) => star.getBoundingClientRect());
    tell("stars", boxes.map(({ x, y, width, height }) => [x + width / 2, y + height / 2]));
  };
  look();
}

/** One first visit: for each press when it was, when the app was there, and how long until it was seen. */
async function visit(browser, url, delay) {
  const { browserContextId } = await browser.send("Target.createBrowserContext");
  const page = await open(browser, browserContextId);
  await page.send("Emulation.setDeviceMetricsOverride", SCREEN);
  const seen = [];
  const clicks = [];
  let ready = null;
  const told = {
    ready: (at) => (ready ??= at),
    shown: (at, after) => seen.push({ at, after }),
    stars: (places) =>
      places.forEach(([x, y], index) => setTimeout(() => clicks.push(page.click(x, y)), delay + index * APART)),
  };
  page.on("Runtime.bindingCalled", ({ payload }) => {
    const [what, ...words] = JSON.parse(payload);
    told[what](...words);
  });
  await page.send("Runtime.addBinding", { name: "bench" });
  await page.send("Page.addScriptToEvaluateOnNewDocument", { source: `(${observe})(${PRESSES})` });
  await page.send("Page.navigate", { url });
  const end = Date.now() + 60_000;
  while (seen.length < PRESSES || ready === null) {
    if (Date.now() > end) throw new Error(`${seen.length} of ${PRESSES} presses were seen; app ready at ${ready}`);
    await new Promise((later) => setTimeout(later, 50));
  }
  await Promise.all(clicks);
  await page.close();
  await browser.send("Target.disposeBrowserContext", { browserContextId });
  return seen.map((press) => ({ ...press, isEarly: press.at < ready }));
}

goFirst();
const browser = await launch();
const site = await serve(copy(resolve(root, values.dist)));
const presses = [];
for (let run = 0; run < runs; run += 1) presses.push(...(await visit(browser, `${site.url}programme/`, (run * APART) / runs)));
await browser.close();
site.stop();

const sorted = presses.map(({ after }) => after).sort((a, b) => a - b);
const [median, most] = [sorted[sorted.length >> 1], sorted.at(-1)].map((value) => value.toFixed(0));
const early = presses.filter(({ isEarly }) => isEarly).length;
const worst = presses.find(({ after }) => after === sorted.at(-1));
console.log(`a press is seen after ${median} ms (at most ${most}, of at most ${MOST}); ${presses.length} presses, ${early} before the app`);
if (worst.after > MOST) console.log(`the slowest was ${worst.at.toFixed(0)} ms after the start of its page`);
if (worst.after > MOST) process.exitCode = 1;
