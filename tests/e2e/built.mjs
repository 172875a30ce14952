// The built site as visitors come to know it: its folder and pages, and the moment at which the app
// hydrates a page, which a test may put off.
import { fileURLToPath } from "node:url";
import { readAgenda, ready } from "./helpers.mjs";
import { readSite } from "./sites.mjs";

/** The folder that is tested. */
export const DIST = fileURLToPath(new URL(process.env.E2E_DIST ?? "dist", new URL("../../", import.meta.url)));

/** The files of the site, without the compressed copies that the tests' own host does not send. */
export const readDist = () =>
  Object.fromEntries(Object.entries(readSite(DIST)).filter(([path]) => !/\.(br|gz)$/.test(path)));

/** A page of each kind: its path below the base, and its heading. */
export const KINDS = {
  "": "Global Nodes Meeting 2021",
  "programme/": "Programme",
  "programme/2021-06-30/": "Wednesday 30 June",
  "themes/theme-3/": "Product development and tools",
  "sessions/thu-obis/": "OBIS marine data mobilization session",
  "sessions/fri-battle/": "Nodes vs. helpdesk battle",
  "watch/": "Watch",
  "people/": "People",
  "people/abby-benson/": "Abby Benson",
  "mine/": "My schedule",
  "about/": "About",
};

/** The paths of every page of this programme, below the base. */
export function everyPage() {
  const { people, sessions, themes } = readAgenda();
  const days = ["06-28", "06-29", "06-30", "07-01", "07-02"].map((day) => `programme/2021-${day}/`);
  const each = (folder, records) => records.map(({ id }) => `${folder}/${id}/`);
  const all = [each("themes", themes), each("sessions", sessions), each("people", people)].flat();
  return ["", "programme/", "watch/", "people/", "mine/", "about/", ...days, ...all];
}

/** Waits until the page can be read, and all but the app has been there. */
export const isRead = (page) => page.waitForFunction(() => document.readyState === "complete");

/** Keeps the app's wasm back; returns what lets it come. Call it before `goto`. */
export async function holdApp(page) {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route("**/app/*.wasm", async (route) => {
    await held;
    // The page may be gone by then.
    await route.continue().catch(() => {});
  });
  return async () => {
    release();
    await ready(page);
  };
}

/** Puts texts into localStorage before the app runs: the icon is a page of the site without it. */
export async function plant(page, texts, base = "/") {
  await page.goto(`${base}icon.svg`);
  await page.evaluate((texts) => Object.entries(texts).forEach((text) => localStorage.setItem(...text)), texts);
}

/** Goes there by the app's own way, without a load, as Back and Forward do. */
export async function goInside(page, address) {
  await page.evaluate((address) => {
    history.pushState(null, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
  }, address);
  await twoFrames(page);
}

/** Lets the page draw itself twice. */
export const twoFrames = (page) =>
  page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
