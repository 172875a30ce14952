// How long the browser is at it in script when a star is pressed, with 1,000 sessions on screen of which
// 500 are starred, on a processor slowed down 4 times.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "./chromium.mjs";
import { goFirst } from "./priority.mjs";
import { serve } from "./site.mjs";
import { bigAgenda, meridian } from "./tool.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const SESSIONS = 1_000;
const STARRED = 500;
const PRESSES = 21;
const SLOWER_CPU = 4;
const MOST = 16;

goFirst();
const folder = mkdtempSync(join(tmpdir(), "meridian-toggle-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const site = await serve(build());
const browser = await launch();
const presses = await measure(`${site.url}programme/`);
await browser.close();
site.stop();

const [least, median, most] = [0, PRESSES >> 1, PRESSES - 1].map((index) => presses[index].toFixed(1));
console.log(`a star pressed among ${SESSIONS}, ${STARRED} starred: ${median} ms of script (${least} to ${most}), of at most ${MOST}`);
if (presses[PRESSES >> 1] > MOST) process.exitCode = 1;

/** The site of a generated agenda. */
function build() {
  mkdirSync(join(folder, "public"));
  // The page of a large event holds a day.
  writeFileSync(join(folder, "public/agenda.json"), bigAgenda("--sessions", String(SESSIONS), "--days", "1"));
  meridian("build", join(folder, "public"), "--app", join(root, "dist/app"), "--out", join(folder, "dist"));
  return join(folder, "dist");
}

/** Milliseconds of script of each press, in order. */
async function measure(url) {
  const { targetId } = await browser.send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: true });
  const send = (method, params) => browser.send(method, params, sessionId);
  const run = async (code) => {
    const { result } = await send("Runtime.evaluate", { expression: code, awaitPromise: true, returnByValue: true });
    return result.value;
  };
  await send("Page.enable");
  await send("Performance.enable");
  await open(send, run, url);
  // Every second session is starred; what else the app writes down about them it does at its next start.
  await run(`fetch("../agenda.json").then((file) => file.json()).then(({ event, sessions }) =>
    sessions.filter((_, index) => index % 2).slice(0, ${STARRED}).forEach(({ id }) =>
      localStorage.setItem("meridian/" + event.id + "/star/" + id, "1 5 on")))`);
  await open(send, run, url);
  // Entries become live as they come near.
  await until(run, '(scrollTo(0, document.documentElement.scrollHeight), !document.querySelector(".entries--plain"))');
  const stars = await run('document.querySelectorAll("main button.star").length');
  if (stars !== SESSIONS) throw new Error(`${stars} stars of ${SESSIONS} are on the page`);
  await send("Emulation.setCPUThrottlingRate", { rate: SLOWER_CPU });
  const presses = [];
  for (let press = 0; press < PRESSES; press += 1) {
    const before = await scripting(send);
    await run(`new Promise((done) => {
      document.querySelectorAll("main button.star")[${press * 7}].click();
      requestAnimationFrame(() => setTimeout(done));
    })`);
    presses.push((await scripting(send)) - before);
  }
  return presses.sort((a, b) => a - b);
}

/** Opens the page, and waits for the app. */
async function open(send, run, url) {
  await send("Page.navigate", { url });
  await until(run, 'document.readyState === "complete" && "live" in document.documentElement.dataset');
}

/** Waits until an expression is true in the page. */
async function until(run, expression) {
  const end = Date.now() + 120_000;
  while (!(await run(expression))) {
    if (Date.now() > end) throw new Error(`not within two minutes: ${expression}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Milliseconds that the page has spent in script so far. */
async function scripting(send) {
  const { metrics } = await send("Performance.getMetrics");
  return 1000 * metrics.find(({ name }) => name === "ScriptDuration").value;
}
