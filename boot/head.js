// The script in the head of every page. Before the first paint it makes the page fit this moment and this visitor as far
// as that needs no app; it starts the app, keeps what is pressed and typed until the app is live, and says what goes wrong
// while the page stays. It sets attributes and removes nothing: the app hydrates the nodes that were written.
//
// `boot/` and the app speak through `window.meridian` and events on `window`:
//   meridian.agenda           the answer to the request for agenda.json, or for its brief
//   meridian.fail(words)      the app has panicked
//   meridian.later()          loads what a page at rest needs, from then on
//   meridian.draw(text)       the QR code of a text
//   meridian:ready            the app is live
//   meridian:read-only        there is no programme to show, and the app has said so
//   meridian:delete-data      the visitor has deleted everything: the copy of the site goes too
const root = document.documentElement;
const facts = root.dataset;

// The controls are shown: they will work. Without script they are not.
facts.js = "";

// The visitor's settings; they are asked for again by the app.
const setting = (name) => {
  try {
    return localStorage.getItem(`meridian/${facts.event}/set/${name}`);
  } catch {
    return null;
  }
};

function fitVisitor() {
  facts.colours = setting("colours") ?? "device";
  if (!facts.runs) return;
  // The device's offset at the ends of the programme, beside the venue's: as many clocks will be shown.
  const offset = (seconds) => -new Date(seconds * 1000).getTimezoneOffset();
  const agrees = facts.runs.split(" ").map(offset).join(" ") === facts.offsets;
  const choice = setting("clock") ?? "both";
  const isOne = choice === "mine" || choice === "venue" || (agrees && choice === "both");
  facts.clocks = isOne ? "1" : "2";
}

// The moment as which the page is shown instead of the present, if the address names one.
const asked = new URLSearchParams(location.search).get("now");

// Hides what is not true at this moment, while the page is still being read.
function fitMoment() {
  const now = (Date.parse(asked?.replace(" ", "+")) || Date.now()) / 1000;
  const look = () => {
    for (const part of document.querySelectorAll("[data-from], [data-until]")) {
      const { from = -Infinity, until = Infinity } = part.dataset;
      const hidden = now < from || now >= until;
      if (part.hidden !== hidden) part.hidden = hidden;
    }
  };
  const watch = new MutationObserver(look);
  watch.observe(root, { childList: true, subtree: true });
  // The stylesheet hides all but the first of each until this is set.
  facts.timed = "";
  return () => {
    watch.disconnect();
    look();
  };
}

// What the visitor did before the app was live: whether they pressed a button, and when they last typed.
let isWanted = false;
let lastTyped = 0;

// Finds an element again in a page that was made afresh; there the visitor goes on.
const again = (element) => {
  if (element.isConnected) return element;
  const label = element.getAttribute("aria-label");
  const isAlike = (other) =>
    label ? other.getAttribute("aria-label") === label : other.className === element.className && other.textContent === element.textContent;
  const found = [...document.querySelectorAll(element.localName)].find(isAlike);
  found?.focus({ preventScroll: true });
  return found;
};

// The buttons that were pressed before the app was live, but for those whose press was stored: how often, which state they
// had (`null` for a plain button), and whether the app has written it since: it may know better than the page.
const pressed = new Map();
const noteWritten = (records) => records.forEach(({ target }) => (pressed.get(target).isWritten = true));
const states = new MutationObserver(noteWritten);

// Where the app stores what a button switches, and its text there: version, time and state.
const OURS = `meridian/${facts.event}/`;
const place = (key) => OURS + key;
const TEXT = /^1 (\d+) (on|off)$/;

// Shows what is starred and watched before the app does.
function showStored() {
  try {
    for (const [name, text] of Object.entries(localStorage)) {
      if (!name.startsWith(OURS) || text.match(TEXT)?.[2] !== "on") continue;
      const key = CSS.escape(name.slice(OURS.length));
      for (const button of document.querySelectorAll(`button[data-key=${key}]`)) button.setAttribute("aria-pressed", "true");
    }
  } catch {
    // Nothing can be stored, so nothing is.
  }
}

// Stores what a button switches at once, in the words of the app, so that who leaves before it is there has not lost
// it. What is of another version is left to the app. Says whether it is stored.
function storePress({ dataset: { key } }, word) {
  try {
    const [, clock] = (localStorage.getItem(place(key)) ?? "1 0 off").match(TEXT) ?? [];
    if (!key || !clock) return false;
    localStorage.setItem(place(key), `1 ${Math.max(Date.now(), +clock + 1)} ${word}`);
    return true;
  } catch {
    // The app says that nothing can be stored.
    return false;
  }
}

// Shows that a button was pressed, at once.
function showPress(button) {
  const before = button.getAttribute("aria-pressed");
  const isOn = before !== "true";
  if (before !== null) button.setAttribute("aria-pressed", String(isOn));
  if (storePress(button, isOn ? "on" : "off")) return;
  button.setAttribute("aria-busy", "true");
  const press = pressed.get(button) ?? { count: 0, before };
  pressed.set(button, { ...press, count: press.count + 1 });
  if (before === null) return;
  states.observe(button, { attributeFilter: ["aria-pressed"] });
  // What we wrote ourselves does not count.
  states.takeRecords();
}

// Presses what was pressed once more, now that the app hears it; what was switched twice, or is on already, stays as it is.
function pressAgain() {
  noteWritten(states.takeRecords());
  states.disconnect();
  for (const [old, { count, before, isWritten }] of pressed) {
    const button = again(old);
    if (!button) continue;
    button.removeAttribute("aria-busy");
    const state = isWritten || button !== old ? button.getAttribute("aria-pressed") : before;
    if (before === null || (count % 2 && state === before)) button.click();
  }
  pressed.clear();
}

// Until the app is live: shows and remembers which buttons were pressed, and remembers all that was typed or chosen.
function keepActs() {
  const typed = new Map();
  const isIn = (event) => event.target.closest?.("main, header, footer");
  const press = (event) => {
    const button = isIn(event) && event.target.closest("button");
    if (!button || "failed" in facts) return;
    // What it opens has nothing in it yet.
    if (button.popoverTargetElement) event.preventDefault();
    // The app, when it is hydrated and not yet live, would press it too.
    event.stopImmediatePropagation();
    showPress(button);
    isWanted = true;
    window.dispatchEvent(new Event("meridian:wanted"));
  };
  const type = ({ target }) => {
    if (!isIn({ target })) return;
    typed.set(target, [target.value, target.selectionStart, target.checked]);
    lastTyped = Date.now();
  };
  const kept = { click: press, input: type, change: type };
  for (const [name, keep] of Object.entries(kept)) addEventListener(name, keep, true);
  // Told again to the app, which has written its own values into the fields.
  return () => {
    for (const [name, keep] of Object.entries(kept)) removeEventListener(name, keep, true);
    for (const [old, [value, caret, checked]] of typed) {
      const field = again(old);
      if (!field) continue;
      field.value = value;
      field.checked = checked;
      if (typeof caret === "number") field.setSelectionRange(caret, caret);
      for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
    }
    pressAgain();
  };
}

// Waits while the visitor selects text or types; not when they have pressed a button, which wants the app.
function calm() {
  const isBusy = () => {
    if (isWanted) return false;
    return !getSelection().isCollapsed || Date.now() - lastTyped < 1000;
  };
  return new Promise((resolve) => {
    const look = () => isBusy() || done();
    const done = () => {
      clearInterval(timer);
      removeEventListener("meridian:wanted", done);
      resolve();
    };
    addEventListener("meridian:wanted", done);
    const timer = setInterval(look, 200);
    look();
  });
}

// From here on the page can be read, and no more than that.
function leaveReadable() {
  facts.failed = "";
  // Links that had become buttons are links again, and followed by the browser.
  for (const link of document.querySelectorAll("a[role=button]")) link.removeAttribute("role");
  addEventListener("click", (event) => event.target.closest?.(".trouble, .problem") ?? event.stopImmediatePropagation(), true);
  for (const button of pressed.keys()) button.removeAttribute("aria-busy");
}

// Says what went wrong, once, at the foot of the window: the page stays as it is.
function fail(words, error) {
  if ("failed" in facts) return;
  leaveReadable();
  const details = [String(error?.stack ?? error ?? ""), location.href, navigator.userAgent].join("\n");
  const box = document.createElement("div");
  box.className = "trouble";
  box.setAttribute("role", "alert");
  const text = document.createElement("p");
  text.textContent = `${words} What you starred is safe in this browser.`;
  const actions = document.createElement("p");
  actions.className = "notice__actions";
  const act = (label, press) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = label;
    button.addEventListener("click", () => press(button));
    actions.append(button);
  };
  act("Reload", () => location.reload());
  act("Copy details", async (button) => {
    try {
      await navigator.clipboard.writeText(details);
      button.textContent = "Copied";
    } catch {
      // Where the clipboard is closed to us, the visitor can copy by hand.
      const shown = document.createElement("pre");
      shown.textContent = details;
      button.replaceWith(shown);
    }
  });
  box.append(text, actions);
  document.body.append(box);
}

const READABLE = "You can read this page as it was published, with times at the venue; your own time, stars and search are missing.";

// Whether the policy of the site has kept something from running.
let isForbidden = false;
addEventListener("securitypolicyviolation", ({ disposition }) => (isForbidden ||= disposition === "enforce"));

// Why the app did not come, as far as that can be known.
async function whyNot(error, url) {
  if (isForbidden || /Content Security Policy/i.test(error.message)) {
    return "This site’s security policy keeps its app from starting.";
  }
  if (!window.WebAssembly) return "This browser is too old for the app, or WebAssembly is switched off in it.";
  if (error instanceof WebAssembly.CompileError) return "The app arrived damaged, or this browser is too old for it.";
  const answer = await fetch(url).catch(() => null);
  if (!answer) return "The app could not be loaded: the server did not answer.";
  if (!answer.ok) return `A part of the app is missing on the server (status ${answer.status}).`;
  const type = answer.headers.get("content-type");
  const [wanted, isRight] = /\.wasm$/.test(url)
    ? ["application/wasm", /^application\/wasm\b/]
    : ["text/javascript", /javascript/];
  if (!isRight.test(type)) return `The server sends the app as “${type}” instead of “${wanted}”.`;
  return "The app could not start.";
}

// Compiles while it fetches, where the browser can do that.
async function compile(wasm) {
  const answer = fetch(wasm);
  return WebAssembly.compileStreaming
    ? WebAssembly.compileStreaming(answer)
    : WebAssembly.compile(await (await answer).arrayBuffer());
}

// Asks for everything that the app is made of; each answer is awaited when it is needed.
function ask(base) {
  const at = (path) => new URL(base + path, location.origin).href;
  const [wasm, glue, later] = [at(facts.wasm), at(facts.glue), at(facts.later)];
  const compiled = compile(wasm);
  const code = import(glue);
  const agenda = facts.brief ? fetch(at(facts.brief)) : fetch(at("agenda.json"), { cache: "no-cache" });
  // A refusal is told where it is awaited.
  for (const promise of [compiled, code, agenda]) promise.catch(() => {});
  return { wasm, glue, later, compiled, code, agenda };
}

async function boot(base, parts) {
  const later = async () => {
    const module = await import(parts.later);
    window.meridian.draw = module.draw;
    return module;
  };
  window.meridian = { agenda: parts.agenda, fail: crashed, later };
  addEventListener("meridian:read-only", leaveReadable, { once: true });
  addEventListener("meridian:delete-data", async () => {
    // What cannot be loaded has nothing to delete.
    await later().then(({ deleteData }) => deleteData(base)).catch(() => {});
    location.reload();
  });
  let awaited = parts.wasm;
  try {
    const module = await parts.compiled;
    awaited = parts.glue;
    await parts.code;
    await calm();
    await start(parts.glue, module);
  } catch (error) {
    fail(`${await whyNot(error, awaited)} ${READABLE}`, error);
  }
}

// Starts the app, once more if hydration fails: that needs the nodes that were written, and an extension or a translation
// of the page may have altered them. It traps then before anything is live, and the compiled module is still good. A second
// instance makes the page afresh. What the first one listens to goes, or its router would take every click on a link, and so
// does what it had still to do, or it would say that the app is live.
async function start(glue, module) {
  isRescuable = true;
  const first = new AbortController();
  const { addEventListener: listen } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const own = typeof options === "object" ? options : { capture: !!options };
    return listen.call(this, type, listener, own?.signal ? own : { ...own, signal: first.signal });
  };
  const { queueMicrotask: queue } = window;
  window.queueMicrotask = (task) => queue(() => first.signal.aborted || task());
  const rest = () => {
    isRescuable = false;
    EventTarget.prototype.addEventListener = listen;
    window.queueMicrotask = queue;
    window.removeEventListener("error", rescue, true);
    window.removeEventListener("meridian:ready", rest);
    window.removeEventListener("meridian:read-only", rest);
  };
  const rescue = async (event) => {
    if (event.error?.name !== "RuntimeError") return;
    event.stopImmediatePropagation();
    rest();
    first.abort();
    facts.altered = "";
    try {
      await instantiate(`${glue}?again`, module);
    } catch (error) {
      fail(`${await whyNot(error, glue)} ${READABLE}`, error);
    }
  };
  listen.call(window, "error", rescue, true);
  for (const name of ["meridian:ready", "meridian:read-only"]) listen.call(window, name, rest);
  await instantiate(glue, module);
}

async function instantiate(glue, module) {
  const { default: init } = await import(glue);
  await init({ module_or_path: module });
}

// At the latest after two seconds: some pages are never idle.
const whenIdle = (task) => (window.requestIdleCallback?.(task, { timeout: 2000 }) ?? setTimeout(task));

// While hydration can be rescued, a panic is no reason to give up.
let isRescuable = false;

function crashed(words) {
  if (isRescuable) return;
  fail("Something in the app has failed, and it has stopped. Reload the page to go on.", words);
}

// What fails without a word of its own, such as memory that has run out.
for (const name of ["error", "unhandledrejection"]) {
  addEventListener(name, (event) => {
    const error = event.error ?? event.reason;
    if (window.meridian && error?.name === "RuntimeError") crashed(error);
  });
}

// What is done once the app is live.
function whenLive(base, restore) {
  const ready = () => {
    // The places kept for the visitor's clocks are filled.
    delete facts.clocks;
    facts.live = "";
    restore();
    whenIdle(() => window.meridian.later().then((module) => module.start(base)).catch(() => {}));
  };
  addEventListener("meridian:ready", ready, { once: true });
}

// Only the service worker's own address may be loaded as a script by its name, and no text is ever taken for HTML.
function allowWorker(base) {
  window.trustedTypes?.createPolicy("default", {
    createScriptURL: (url) => (url === `${base}sw.js` ? url : null),
  });
}

// A page that is not among the files (404.html) does not know where the site begins: it looks for the
// app in every folder above its address, the innermost first.
async function findBase() {
  const steps = location.pathname.split("/").slice(0, -1);
  for (let length = steps.length; length > 0; length -= 1) {
    const base = `${steps.slice(0, length).join("/")}/`;
    const answer = await fetch(base + facts.glue, { method: "HEAD" }).catch(() => null);
    if (answer?.ok && /javascript/.test(answer.headers.get("content-type"))) return base;
  }
  return null;
}

// Makes links absolute, as the app's are: what is relative holds only until the app changes the address. Links to pages keep
// the moment that is shown. Those in a list that the app has not got to yet it makes itself, and no address changes before.
function nameLinks(from) {
  for (const link of document.querySelectorAll(asked ? 'a[href^="."]' : 'a[href^="."]:not(.entries--plain a)')) {
    const url = new URL(link.getAttribute("href"), from);
    if (asked && link.rel !== "external") url.searchParams.set("now", asked);
    const query = url.search.replaceAll("%3A", ":");
    link.setAttribute("href", url.pathname + query + url.hash);
  }
}

// The router knows a folder, not its file.
if (/\/index\.html$/.test(location.pathname)) {
  history.replaceState(history.state, "", location.pathname.replace(/index\.html$/, "") + location.search + location.hash);
}

// What is to be read comes first, and then what makes it live: the app is asked for once the page is painted, and in a tab
// that is not painted at once.
const painted = new Promise((resolve) => {
  if (document.hidden || !window.PerformanceObserver) resolve();
  new PerformanceObserver(resolve).observe({ type: "paint", buffered: true });
  setTimeout(resolve, 1000);
});
const knownBase = facts.base && new URL(facts.base, location).pathname;
const parts = knownBase && painted.then(() => ask(knownBase));
fitVisitor();
const fitNow = fitMoment();
const restore = keepActs();

document.addEventListener("DOMContentLoaded", async () => {
  fitNow();
  showStored();
  // After a reload the browser leaves the place in the page to the app, which is not there yet.
  const scroll = parseInt(history.state, 10);
  if (scroll > 0) scrollTo(0, scroll);
  const base = knownBase || (await findBase());
  if (base === null) return fail("This site’s app was not found above this address.");
  facts.base = base;
  if (!knownBase) {
    const icon = Object.assign(document.createElement("link"), { rel: "icon", href: `${base}icon.svg` });
    document.head.append(icon);
  }
  nameLinks(knownBase ? location.href : location.origin + base);
  allowWorker(base);
  whenLive(base, restore);
  await boot(base, (await parts) || ask(base));
});
