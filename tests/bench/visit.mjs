// One load of a page on a slow phone, and what there is to measure of it.

const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const SLOWER_CPU = 4;
const SCREEN = { width: 390, height: 844, deviceScaleFactor: 1, mobile: true };
// Milliseconds without request and without long task after which a page has come to rest.
const QUIET = 5_000;
const PATIENCE = 60_000;
// A task may last as long without being felt.
const SHORT = 50;

// Runs in the page before everything else, and tells what happens there.
function observe(star) {
  const tell = (...words) => window.bench(JSON.stringify(words));
  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch("paint", (entry) => entry.name === "first-contentful-paint" && tell("fcp", entry.startTime));
  watch("largest-contentful-paint", (entry) => tell("lcp", entry.startTime));
  watch("longtask", (entry) => tell("task", entry.startTime, entry.duration));
  watch("layout-shift", (entry) => entry.hadRecentInput || tell("shift", entry.value));
  addEventListener("meridian:ready", () => tell("ready", performance.now()));
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, text) {
    setItem.call(this, key, text);
    if (key.includes("/star/")) tell("stored", performance.now());
  };
  if (!star) return;
  const look = () => {
    const found = performance.getEntriesByName("first-contentful-paint").length && document.querySelector(star);
    if (!found?.offsetWidth) return requestAnimationFrame(look);
    found.scrollIntoView({ block: "center", behavior: "instant" });
    const { x, y, width, height } = found.getBoundingClientRect();
    tell("star", x + width / 2, y + height / 2);
  };
  look();
}

/**
 * Loads `url` in a browser context and measures until the page has come to rest; with `star`, a
 * selector, clicks the first that it finds as soon as it is painted, and measures until that is
 * stored. `hasApp` says whether there is an app to be waited for.
 */
export async function visit(browser, context, { url, hasApp, star }) {
  const seen = { fcp: 0, lcp: 0, ready: null, stored: null, cls: 0, tasks: [], bytes: 0, workerBytes: 0 };
  const page = await open(browser, context);
  const told = {
    fcp: (at) => (seen.fcp = at),
    lcp: (at) => (seen.lcp = at),
    task: (start, duration) => seen.tasks.push([start, duration]),
    shift: (value) => (seen.cls += value),
    ready: (at) => {
      seen.ready ??= at;
      seen.readyBytes ??= seen.bytes;
    },
    stored: (at) => (seen.stored ??= at),
    star: (x, y) =>
      page.click(x, y).catch(() => {
        // What it came to was told already, and the page closed before the browser had answered.
      }),
  };
  let last = Date.now();
  page.on("Runtime.bindingCalled", ({ payload }) => {
    last = Date.now();
    const [what, ...values] = JSON.parse(payload);
    told[what](...values);
  });
  const pending = followNetwork(page, (bytes, isWorker) => {
    last = Date.now();
    seen[isWorker ? "workerBytes" : "bytes"] += bytes;
  });
  await page.send("Runtime.addBinding", { name: "bench" });
  const source = `(${observe})(${JSON.stringify(star ?? null)})`;
  await page.send("Page.addScriptToEvaluateOnNewDocument", { source });
  await page.send("Page.navigate", { url });
  const isQuiet = () => pending.size === 0 && Date.now() - last > QUIET && seen.fcp > 0 && (!hasApp || seen.ready);
  await until(star ? () => seen.stored : isQuiet, `${star ? "a star is stored" : "it is quiet"} at ${url}`, seen);
  await page.close();
  return { ...seen, tbt: blocked(seen) };
}

/** Adds up what arrives; returns the requests that are still under way. */
function followNetwork(page, add) {
  const pending = new Set();
  page.on("Network.requestWillBeSent", ({ requestId }) => {
    pending.add(requestId);
    add(0);
  });
  page.on("Network.loadingFinished", ({ requestId, encodedDataLength }, isWorker) => {
    pending.delete(requestId);
    add(encodedDataLength, isWorker);
  });
  page.on("Network.loadingFailed", ({ requestId }, isWorker) => {
    pending.delete(requestId);
    add(0, isWorker);
  });
  return pending;
}

/** Total blocking time: of each long task after the first paint what goes beyond 50 ms. */
function blocked({ fcp, tasks }) {
  const parts = tasks.map(([start, duration]) => start + duration - Math.max(start, fcp) - SHORT);
  return parts.filter((part) => part > 0).reduce((sum, part) => sum + part, 0);
}

/** An empty page of a slow phone in Bogotá; its service worker, when it gets one, has the slow network too. */
export async function open(browser, browserContextId) {
  const { targetId } = await browser.send("Target.createTarget", { url: "about:blank", browserContextId });
  const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: true });
  const workers = new Set();
  const heard = [];
  const on = (event, hear) => {
    const ours = (params, session) => {
      if (session === sessionId || workers.has(session)) hear(params, session !== sessionId);
    };
    browser.on(event, ours);
    heard.push([event, ours]);
  };
  const adopt = async ({ sessionId: worker, targetInfo }) => {
    if (targetInfo.type !== "service_worker" || targetInfo.browserContextId !== browserContextId) return;
    workers.add(worker);
    const tell = (method, params) => browser.send(method, params, worker);
    // All at once: the page may be waiting for what the worker answers.
    await Promise.all([
      tell("Network.enable"),
      tell("Network.emulateNetworkConditions", SLOW_4G),
      tell("Runtime.runIfWaitingForDebugger"),
    ]).catch(() => {
      // The page and its worker were closed meanwhile.
    });
  };
  browser.on("Target.attachedToTarget", adopt);
  heard.push(["Target.attachedToTarget", adopt]);
  const send = (method, params) => browser.send(method, params, sessionId);
  await browser.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: "service_worker" }],
  });
  await Promise.all([
    send("Page.enable"),
    send("Runtime.enable"),
    send("Network.enable"),
    send("ServiceWorker.enable"),
    send("Emulation.setDeviceMetricsOverride", SCREEN),
    send("Emulation.setTimezoneOverride", { timezoneId: "America/Bogota" }),
    send("Network.emulateNetworkConditions", SLOW_4G),
    send("Emulation.setCPUThrottlingRate", { rate: SLOWER_CPU }),
  ]);
  const click = async (x, y) => {
    const press = { x, y, button: "left", clickCount: 1 };
    await send("Input.dispatchMouseEvent", { ...press, type: "mousePressed" });
    await send("Input.dispatchMouseEvent", { ...press, type: "mouseReleased" });
  };
  const close = async () => {
    // A visitor who comes back later finds the worker kept, but not running.
    await send("ServiceWorker.stopAllWorkers");
    for (const [event, hear] of heard) browser.off(event, hear);
    await browser.send("Target.closeTarget", { targetId });
  };
  return { send, on, click, close };
}

async function until(isSo, words, seen) {
  const end = Date.now() + PATIENCE;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`Not within ${PATIENCE / 1000} s: ${words}\n${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
