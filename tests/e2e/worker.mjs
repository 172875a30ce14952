// What the specs about the service worker share: what a small site keeps, says and offers.
import { expect, keptBy } from "./sites.mjs";

export const LISTED = ["/", "/404.html", "/agenda.json", "/artwork.svg", "/programme/"];
export const APP = ["/app/meridian-X.js", "/app/meridian-X.wasm", "/app/offline-X.js"];
export const all = (version, ...more) => [...LISTED, ...APP.map((path) => path.replace("X", version)), ...more].sort();

export const heading = (page) => page.getByRole("heading", { level: 1 });
export const started = (page) => expect.poll(() => page.evaluate(() => window.seen?.started), { message: "how it started" });
export const offers = (page) => page.evaluate(() => window.seen.versions);
export const useVersion = (page) => page.evaluate(() => void window.dispatchEvent(new Event("meridian:use-version")));

/** Opens a page and waits until the service worker is at work. */
export async function visit(page, address) {
  await page.goto(address);
  await started(page).toBe("yes");
}

/** The names of the caches, without the version in ours. */
export const cacheNames = async (page) => Object.keys(await keptBy(page)).map((name) => name.replace(/ [0-9a-f]{16}$/, ""));

/** The paths kept for the site at `/` in the one cache that it has. */
export async function kept(page) {
  const ours = Object.entries(await keptBy(page)).filter(([name]) => name.startsWith("meridian / "));
  expect(ours, "one version is kept").toHaveLength(1);
  return ours[0][1];
}

/** Fetches in the page: status, text, and when the agenda was fetched if it is a kept copy. */
export const get = (page, address, options = {}) =>
  page.evaluate(
    async ([address, options]) => {
      const response = await fetch(address, options);
      const fetched = response.headers.get("x-meridian-fetched");
      return { status: response.status, text: await response.text(), fetched };
    },
    [address, options],
  );

export const programme = async (page, address = "/agenda.json") => JSON.parse((await get(page, address)).text).programme;

/** The agenda as it lies in the cache. */
export const keptProgramme = (page) =>
  page.evaluate(async () => {
    const response = await window.caches.match("/agenda.json");
    return response && (await response.json()).programme;
  });

/** Another site's cache, or another program's, on the same origin. */
export const plant = (page, ...names) =>
  page.evaluate(async (names) => {
    for (const name of names) await (await window.caches.open(name)).put("/x", new Response("x"));
  }, names);

export const FOREIGN = ["meridian", "meridian /other/ 0123456789abcdef", "meridian-/ 0123456789abcdef", "someone else's"];
