// The finished site in dist/ with its own service worker: a visitor who holds one version while the
// next is put on the server, who goes offline, and whose host wants the worker gone.
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { countLoads, expect, integrity, keptBy, look, lookOnly, readSite, test } from "../sites.mjs";

test.use({ serviceWorkers: "allow" });
test.describe.configure({ timeout: 60_000 });

const DIST = fileURLToPath(new URL(process.env.E2E_DIST ?? "dist", new URL("../../../", import.meta.url)));
const MANIFEST = /\{[^{}]*"files":\{[^{}]*\}[^{}]*\}/;
const OBIS = "OBIS marine data mobilization session";
const STAR_OBIS = "meridian/gnm2021/star/thu-obis";

/** Version A: dist/ as it is, without the compressed copies that this host does not send. */
const readDist = () =>
  Object.fromEntries(Object.entries(readSite(DIST)).filter(([path]) => !/\.(br|gz)$/.test(path)));

const manifestOf = (site) => JSON.parse(String(site["sw.js"]).match(MANIFEST)[0]);
const short = (body) => createHash("sha256").update(body).digest("hex").slice(0, 16);

/** Version B: the next release of the app. Glue and wasm have other bytes, hence other names, and the old are gone. */
function nextRelease(site) {
  const { version, shell, files } = manifestOf(site);
  const next = { ...site };
  const names = new Map();
  const rename = (ending, change) => {
    const path = Object.keys(files).find((path) => path.startsWith("app/meridian-") && path.endsWith(ending));
    const body = change(next[path]);
    const name = `app/meridian-${short(body)}${ending}`;
    delete next[path];
    next[name] = body;
    names.set(path, name);
  };
  // A section of its own that means nothing: id 0, its size, the size of its name, its name.
  rename(".wasm", (wasm) => Buffer.concat([wasm, Buffer.from([0, 2, 1, 66])]));
  rename(".js", (glue) => Buffer.from(`${glue}\n// B`));
  const renamed = (text) => [...names].reduce((text, [from, to]) => text.replaceAll(from, to), String(text));
  for (const path of Object.keys(next)) if (path.endsWith(".html")) next[path] = Buffer.from(renamed(next[path]));
  const hashes = Object.keys(files).map((path) => [names.get(path) ?? path, integrity(next[names.get(path) ?? path])]);
  const manifest = { version: short(version), shell, files: Object.fromEntries(hashes) };
  next["sw.js"] = String(site["sw.js"]).replace(MANIFEST, () => JSON.stringify(manifest));
  return next;
}

/** The words of a page's heading, as the builder wrote them. */
function headingOf(html) {
  const [, heading] = String(html).match(/<h1[^>]*>(.*?)<\/h1>/s);
  const text = heading.replace(/<[^>]*>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  return text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
}

const h1 = (page) => page.getByRole("heading", { level: 1 });
const starOf = (page, title) => page.getByRole("button", { name: `My schedule: ${title}`, exact: true });
const offer = (page) => page.getByRole("status").getByText("A new version of this app is ready");
const useIt = (page) => page.getByRole("button", { name: "Use it now" });
const isStarred = (page) => expect(starOf(page, OBIS)).toHaveAttribute("aria-pressed", "true");

/** The page is that version's, and so is the code it runs. */
const isOf = (page, site, why) => expect(page.locator("html"), why).toHaveAttribute("data-glue", glueIn(site));
const glueIn = (site) => Object.keys(manifestOf(site).files).find((path) => /^app\/meridian-.*\.js$/.test(path));

/** Waits until the app is live. */
const live = (page) => expect(page.locator("html")).toHaveAttribute("data-live", "");

/** Opens a page and waits until the app runs and the service worker answers for it. */
async function visit(page, address) {
  const response = await page.goto(address);
  await live(page);
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), { message: "a worker is at work" })
    .toBe("activated");
  return response;
}

/** Takes network and host away. */
async function goOffline(context, web) {
  web.down = true;
  await context.setOffline(true);
}

/** Messages of errors and of what the page's policy forbids; they fill as they come. */
function watchTrouble(page) {
  const trouble = [];
  page.on("pageerror", (error) => trouble.push(error.message));
  page.on("console", (message) => {
    if (/Content Security Policy|TrustedScriptURL/.test(message.text())) trouble.push(message.text());
  });
  return trouble;
}

/** The versions kept for the site at `/`. */
const versions = async (page) =>
  Object.keys(await keptBy(page))
    .filter((name) => name.startsWith("meridian / "))
    .map((name) => name.slice("meridian / ".length));

test("the manifest lists what is there, and all that the shell needs", () => {
  const site = readDist();
  const { shell, files } = manifestOf(site);
  for (const [path, hash] of Object.entries(files)) expect(integrity(site[path]), path).toBe(hash);
  const named = new Set(String(site[shell]).match(/\bapp\/[\w.-]+/g));
  expect(named.size).toBeGreaterThanOrEqual(3);
  for (const path of [...named, shell, "index.html", "programme/index.html"]) expect(files).toHaveProperty([path]);
  expect(files).not.toHaveProperty(["agenda.json"]);
});

test("deploy A, then B: offered, taken with one reload, stars kept, the old cache gone", async ({ page, web }) => {
  const [A, B] = [readDist(), nextRelease(readDist())];
  const trouble = watchTrouble(page);
  web.deploy("/", A);
  await visit(page, `${web.origin}/programme/`);
  await starOf(page, OBIS).click();
  await isStarred(page);
  expect(await versions(page)).toEqual([manifestOf(A).version]);

  web.deploy("/", B);
  expect(await look(page)).toBe("installed");
  await expect(offer(page)).toBeVisible();
  await page.reload();
  await live(page);
  await isOf(page, A, "never forced: A runs, though its files have left the server");
  await isStarred(page);

  await expect(offer(page)).toBeVisible();
  const loads = countLoads(page);
  await useIt(page).click();
  await isOf(page, B);
  await live(page);
  await isStarred(page);
  await expect.poll(() => versions(page)).toEqual([manifestOf(B).version]);
  await expect(offer(page)).toHaveCount(0);
  expect(loads).toHaveLength(1);
  expect(trouble).toEqual([]);
});

test("deploy B with a broken file: A goes on, offline too", async ({ context, page, web }) => {
  const [A, B] = [readDist(), nextRelease(readDist())];
  web.deploy("/", A);
  await visit(page, `${web.origin}/programme/`);
  const wasm = Object.keys(manifestOf(B).files).find((path) => path.endsWith(".wasm"));
  web.deploy("/", { ...B, [wasm]: B[wasm].subarray(0, 1000) });
  expect(await look(page)).toBe("redundant");
  await expect(offer(page)).toHaveCount(0);
  await goOffline(context, web);
  await page.reload();
  await live(page);
  await isOf(page, A);
  expect(await versions(page)).toEqual([manifestOf(A).version]);
});

test("after one visit every kind of page opens offline, and says so", async ({ context, page, web }) => {
  const site = readDist();
  const trouble = watchTrouble(page);
  web.deploy("/", site);
  await visit(page, `${web.origin}/programme/`);
  await goOffline(context, web);
  const person = Object.keys(site).find((path) => /^people\/.+\/index\.html$/.test(path));
  const paths = ["", "programme/", "programme/2021-06-28/", "themes/theme-1/", "sessions/thu-obis/", "watch/"];
  for (const path of [...paths, "people/", person.replace("index.html", ""), "mine/", "about/"]) {
    const response = await page.goto(`${web.origin}/${path}?now=2021-06-28T12:10:00Z#x`);
    expect(response.status(), path).toBe(200);
    await live(page);
    await expect(h1(page), path).toHaveText(headingOf(site[`${path}index.html`]));
    await expect(page.getByText(/You are offline\./), path).toBeVisible();
  }
  await page.goto(`${web.origin}/sessions/thu-obis/`);
  await live(page);
  await starOf(page, OBIS).click();
  await page.reload();
  await live(page);
  await isStarred(page);
  expect(trouble).toEqual([]);
});

test("the worker comes to a page that is never idle", async ({ page, web }) => {
  await page.addInitScript(() => {
    window.requestIdleCallback = (task, { timeout = Infinity } = {}) => timeout < Infinity && setTimeout(task);
  });
  web.deploy("/", readDist());
  await visit(page, `${web.origin}/programme/`);
});

test("a new agenda alone reaches a visitor whose pages are kept", async ({ context, page, web }) => {
  const site = readDist();
  web.deploy("/", site);
  await visit(page, `${web.origin}/programme/`);
  const agenda = JSON.parse(site["agenda.json"]);
  agenda.sessions.find(({ id }) => id === "thu-obis").title = "A session of another name";
  web.deploy("/", { ...site, "agenda.json": JSON.stringify(agenda) });
  await page.reload();
  await live(page);
  await expect(starOf(page, "A session of another name")).toBeVisible();
  await goOffline(context, web);
  await page.goto(`${web.origin}/sessions/thu-obis/`);
  await live(page);
  await expect(h1(page), "offline it is the new one too").toHaveText("A session of another name");
});

test("under two paths of one origin each site is itself, offline too", async ({ context, page, web }) => {
  const site = readDist();
  const trouble = watchTrouble(page);
  const bases = ["/", "/a/b/"];
  for (const base of bases) {
    web.deploy(base, site);
    await visit(page, `${web.origin}${base}`);
  }
  const { version } = manifestOf(site);
  const names = bases.map((base) => `meridian ${base} ${version}`);
  await expect.poll(async () => Object.keys(await keptBy(page))).toEqual(names);
  await goOffline(context, web);
  for (const base of bases) {
    for (const path of ["", "programme/", "sessions/thu-obis/"]) {
      await page.goto(`${web.origin}${base}${path}`);
      await live(page);
      await expect(h1(page)).toHaveText(headingOf(site[`${path}index.html`]));
      const home = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Programme", exact: true });
      expect(await home.evaluate((link) => link.pathname)).toBe(`${base}programme/`);
    }
  }
  expect(trouble).toEqual([]);
});

test("the kill switch takes the worker and its cache, and leaves the stars", async ({ page, web }) => {
  const site = readDist();
  web.deploy("/", site);
  await visit(page, `${web.origin}/programme/`);
  await starOf(page, OBIS).click();
  await isStarred(page);
  const loads = countLoads(page);
  web.deploy("/", { ...site, "sw.js": site["sw-off.js"] });
  await lookOnly(page);
  await expect.poll(() => loads.length).toBe(1);
  await live(page);
  await isStarred(page);
  const registrations = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  await expect.poll(registrations).toBe(0);
  expect(await keptBy(page)).toEqual({});
  expect(await page.evaluate((key) => localStorage.getItem(key), STAR_OBIS)).toMatch(/\bon$/);
});
