// Delete everything: what is listed under Privacy is all there is, and all of it goes, and nothing of
// anyone else's.
import { expect } from "@playwright/test";
import { plant, readDist } from "../built.mjs";
import { keptIn, ready } from "../helpers.mjs";
import { keptBy, test } from "../sites.mjs";

test.use({ serviceWorkers: "allow", timezoneId: "Asia/Kathmandu" });

const OBIS = "OBIS marine data mobilization session";
const OURS = {
  "meridian/gnm2021/star/thu-obis": "1 5 on",
  "meridian/gnm2021/star/gone-session": "1 5 on",
  "meridian/gnm2021/star/fri-battle": "1 6 off",
  "meridian/gnm2021/watched/fri-battle/1": "1 5 on",
  "meridian/gnm2021/set/clock": "mine",
  "meridian/gnm2021/set/hours": "12",
  "meridian/gnm2021/set/colours": "dark",
  "meridian/gnm2021/aside/star/thu-qa": "garbage",
};
const OTHERS = {
  "meridian/gnm2020/star/thu-obis": "1 5 on",
  "meridian/gnm20210/set/clock": "mine",
  meridian: "somebody's",
  theme: "dark",
};
const CACHES = ["meridian /other/ 0123456789abcdef", "meridian", "somebody's"];

const main = (page) => page.getByRole("main");
const button = (page, name) => main(page).getByRole("button", { name, exact: true });
const question = (page) => main(page).getByRole("group", { name: "Delete everything" });
const storage = (page) => page.evaluate(() => ({ ...localStorage }));

/** Opens a page of the site at `base`, and waits for its worker. */
async function visit(page, address) {
  await page.goto(address);
  await ready(page);
  const state = () => page.evaluate(() => navigator.serviceWorker.controller?.state);
  await expect.poll(state, { message: "a worker is at work" }).toBe("activated");
}

test("every key that the app keeps is listed", async ({ page }) => {
  await page.goto("/programme/");
  await ready(page);
  await page.getByRole("button", { name: `My schedule: ${OBIS}`, exact: true }).click();
  await page.getByRole("button", { name: /^Times:/ }).click();
  for (const name of ["Venue: Copenhagen", "2:00 pm", "Dark"]) await page.getByRole("radio", { name }).check();
  await page.getByRole("button", { name: "Done" }).click();
  await page.goto("/sessions/fri-battle/");
  await ready(page);
  await main(page).getByRole("button", { name: /^Watched: / }).click();
  const keys = Object.keys(await storage(page));
  expect(keys).toHaveLength(6);
  await page.goto("/about/");
  await main(page).getByText("Under which names it is stored").click();
  const rows = await main(page).getByRole("table").getByRole("rowheader").allTextContents();
  const patterns = rows.map((row) => row.trim().replace(/…$/, ""));
  for (const key of keys) expect(patterns.some((pattern) => key.startsWith(pattern)), key).toBe(true);
  const caches = await page.evaluate(() => window.caches.keys());
  for (const name of caches) expect(patterns.some((pattern) => name.startsWith(pattern)), name).toBe(true);
  expect(await page.evaluate(() => [document.cookie, sessionStorage.length])).toEqual(["", 0]);
});

test("asks first, says what goes, and may be thought better of", async ({ page }) => {
  await plant(page, OURS);
  await page.goto("/about/");
  await ready(page);
  await button(page, "Delete everything").click();
  await expect(question(page)).toContainText("deletes 2 stars, 1 watched mark, your settings and the offline copy of the site");
  await expect(button(page, "Keep everything")).toBeFocused();
  await button(page, "Keep everything").click();
  await expect(question(page)).toHaveCount(0);
  await expect(button(page, "Delete everything")).toBeVisible();
  expect(await keptIn(page)).toEqual(OURS);
});

test("takes everything of this event's and site's, and nothing of anyone else's", async ({ page, web }) => {
  web.deploy("/", readDist());
  web.deploy("/other/", readDist());
  await visit(page, `${web.origin}/other/`);
  await plant(page, { ...OURS, ...OTHERS }, `${web.origin}/`);
  await visit(page, `${web.origin}/about/`);
  await page.evaluate(async (names) => {
    for (const name of names) await (await window.caches.open(name)).put("/x", new Response("x"));
    // By this the present copy of the site can be told from the next.
    const [ours] = (await window.caches.keys()).filter((name) => name.startsWith("meridian / "));
    await (await window.caches.open(ours)).put("/old", new Response("x"));
    window.worker = await navigator.serviceWorker.getRegistration("/");
  }, CACHES);
  const before = await keptBy(page);
  await button(page, "Delete everything").click();
  const loaded = page.waitForEvent("load");
  await button(page, "Delete it all").click();
  await loaded;
  await ready(page);
  expect(await storage(page)).toEqual(OTHERS);
  const after = await keptBy(page);
  const ofOthers = Object.keys(before).filter((name) => !name.startsWith("meridian / "));
  for (const name of ofOthers) expect(after[name], name).toEqual(before[name]);
  expect(Object.values(after).flat(), "the old copy is gone").not.toContain("/old");
  const scopes = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope));
  expect(await scopes()).toContain(`${web.origin}/other/`);
  await expect(page.locator("html")).toHaveAttribute("data-colours", "device");
  await page.getByRole("link", { name: /^My schedule/ }).first().click();
  await expect(main(page).getByRole("article")).toHaveCount(0);
});

test("takes the copy of the site: without network the next page is not there", async ({ page, web }) => {
  web.deploy("/", readDist());
  await visit(page, `${web.origin}/about/`);
  web.down = true;
  await button(page, "Delete everything").click();
  await button(page, "Delete it all").click();
  // The page loads anew, which nobody answers any more.
  await expect(page.getByRole("heading", { name: "About" })).toHaveCount(0);
  web.down = false;
  await page.goto(`${web.origin}/about/`);
  await ready(page);
});

test("works where nothing can be kept", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get: () => null });
  });
  await page.goto("/about/");
  await ready(page);
  await button(page, "Delete everything").click();
  const loaded = page.waitForEvent("load");
  await button(page, "Delete it all").click();
  await loaded;
  await ready(page);
});
