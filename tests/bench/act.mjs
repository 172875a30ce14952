// What a visitor does in the programme of a large event, and how long after each act its effect is painted, on a processor
// slowed down 4 times.
import { open } from "./visit.mjs";

const PATIENCE = 120_000;
const REST = 8_000;
const NO_LIMIT = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };

// Runs in the page: milliseconds from an act to the paint after it.
const timed = (act) => `(async () => {
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(null);
  }));
  const one = (selector) => document.querySelector(selector) ?? (() => { throw new Error("there is no " + selector); })();
  await painted();
  const start = performance.now();
  ${act};
  await painted();
  return performance.now() - start;
})()`;

const choose = (selector, value) => `
  const field = one(${JSON.stringify(selector)});
  field.value = ${value};
  field.dispatchEvent(new Event("change", { bubbles: true }))`;

const type = (words) => `
  const field = one(".filter input[type=search]");
  field.focus();
  field.value = ${JSON.stringify(words)};
  field.dispatchEvent(new Event("input", { bubbles: true }))`;

/** Opens the page, does everything once, and returns what each act took and how much memory there is in the end. */
export async function act(browser, context, url) {
  const page = await open(browser, context);
  await page.send("Network.emulateNetworkConditions", NO_LIMIT);
  await page.send("Performance.enable");
  const run = async (expression) => {
    const { result, exceptionDetails } = await page.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  const until = async (expression) => {
    const end = Date.now() + PATIENCE;
    while (!(await run(expression))) {
      if (Date.now() > end) throw new Error(`not within ${PATIENCE / 1000} s: ${expression}`);
      await new Promise((later) => setTimeout(later, 50));
    }
  };
  await page.send("Page.navigate", { url });
  await until('"live" in document.documentElement.dataset');
  // The whole agenda comes when the browser is idle, and the service worker after it.
  await until('navigator.serviceWorker.getRegistration().then((found) => Boolean(found?.active))');
  const elements = await run('document.querySelectorAll("*").length');
  const star = await run(timed('one("main button.star").click()'));
  const filter = await run(timed(choose(".filter select", "[...field.options].at(1).value")));
  await run(timed(choose(".filter select", '""')));
  await run(timed('one(".clock-button").click()'));
  const zone = await run(timed('document.querySelectorAll("#clock-panel input[type=radio]")[2].click()'));
  await run(timed('one("#clock-panel").hidePopover()'));
  const day = await run(timed('document.querySelectorAll("nav[aria-label=Days] li:not([hidden]) a:not([aria-current])")[0].click()'));
  // With the focus the index of all words is made, in small tasks that nothing tells the end of.
  await run(timed(type("")));
  await new Promise((later) => setTimeout(later, REST));
  const keys = [];
  for (const words of ["l", "li", "lin", "linu", "linux"]) keys.push(await run(timed(type(words))));
  const search = Math.max(...keys);
  const { usedSize } = await page.send("Runtime.getHeapUsage");
  const linear = await run(`import(new URL(document.documentElement.dataset.base + document.documentElement.dataset.glue, location.origin))
    .then((glue) => glue.default()).then(({ memory }) => memory.buffer.byteLength)`);
  await page.close();
  return { elements, star, filter, zone, day, search, memory: (usedSize + linear) / 1e6 };
}
