// A page is hydrated: nothing moves, wherever and whenever it is read, in a narrow font and in a wide one.
import { expect, test } from "@playwright/test";
import { KINDS, holdApp, isRead, plant, twoFrames } from "../built.mjs";

test.use({ serviceWorkers: "block" });

const WIDTHS = [360, 768, 1280];
// My schedule is put together in the browser: of that page the heading alone is there before.
const PATHS = Object.keys(KINDS).filter((path) => path !== "mine/");
const TIMED = ["", "programme/", "themes/theme-3/", "sessions/thu-obis/"];

const VENUE = { timezoneId: "Europe/Copenhagen", locale: "en-GB" };
const KATHMANDU = { timezoneId: "Asia/Kathmandu", locale: "en-GB" };
const PLACES = {
  "at the venue": VENUE,
  "at the venue, twelve hours to the half day": { ...VENUE, locale: "en-US" },
  "in Bogotá": { timezoneId: "America/Bogota", locale: "es-CO" },
  "in Kathmandu": KATHMANDU,
  "in Kiritimati": { timezoneId: "Pacific/Kiritimati", locale: "en-GB" },
  "in Pago Pago": { timezoneId: "Pacific/Pago_Pago", locale: "en-US" },
  "in Cairo": { timezoneId: "Africa/Cairo", locale: "ar-EG" },
};
const MOMENTS = {
  "weeks before": "2021-06-10T12:00:00Z",
  "on the eve": "2021-06-27T12:00:00Z",
  "during a session": "2021-06-28T12:10:00Z",
  "between two sessions": "2021-06-28T13:40:00Z",
  "in the night of the event": "2021-06-30T23:30:00Z",
  "during the last session": "2021-07-02T15:10:00Z",
};
const SET = (name, value) => ({ [`meridian/gnm2021/set/${name}`]: value });
const STARS = Object.fromEntries(
  ["mon-theme-1", "wed-asia", "thu-obis", "fri-battle"].map((id) => [`meridian/gnm2021/star/${id}`, "1 5 on"]),
);

/** Where headings, cards and the end of the page stand, at each width: `[what, left, top, width, height]`. */
async function boxes(page) {
  const found = {};
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    found[width] = await page.evaluate(() => {
      const all = [...document.querySelectorAll("h1, h2, h3, .card, .talk, footer")];
      return all.filter((element) => element.checkVisibility()).map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const what = `${element.localName} ${element.textContent.trim().slice(0, 40)}`;
        return [what, left + window.scrollX, top + window.scrollY, width, height];
      });
    });
  }
  return found;
}

/** What differs by more than a pixel, each as `what: before → after`; a few are enough. */
function moved(before, after) {
  const lines = [];
  for (const width of WIDTHS) {
    const [from, to] = [before[width], after[width]];
    if (from.length !== to.length) lines.push(`${width}: ${from.length} → ${to.length} boxes`);
    for (const [index, [what, ...box]] of from.entries()) {
      const [, ...now] = to[index] ?? [];
      const differs = box.some((side, index) => !(Math.abs(side - now[index]) <= 1));
      if (differs) lines.push(`${width}: ${what}: ${box} → ${now}`);
    }
  }
  return lines.slice(0, 4);
}

/** Counts how far things jump, as browsers count it; call it before `goto`. */
const watchShift = (page) =>
  page.addInitScript(() => {
    let sum = 0;
    const add = (entries) => entries.forEach(({ hadRecentInput, value }) => (sum += hadRecentInput ? 0 : value));
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    window.takeShift = () => {
      add(observer.takeRecords());
      const shift = sum;
      sum = 0;
      return shift;
    };
  });
const takeShift = (page) => page.evaluate(() => window.takeShift());

/** Opens a page, looks, lets the app come, and looks again; returns what has moved, and how far things jumped. */
async function hydrate(page, address, width) {
  const release = await holdApp(page);
  await page.setViewportSize({ width, height: 800 });
  await page.goto(address);
  await isRead(page);
  await page.evaluate(() => document.fonts.ready);
  await twoFrames(page);
  const first = await takeShift(page);
  const before = await boxes(page);
  await page.setViewportSize({ width, height: 800 });
  await twoFrames(page);
  await takeShift(page);
  await release();
  await twoFrames(page);
  const shift = first + (await takeShift(page));
  return { moved: moved(before, await boxes(page)), shift };
}

/** Soft, so that one run tells of every page. */
async function nothingMoves(page, paths, { query = "", width = 1280 } = {}) {
  await watchShift(page);
  for (const path of paths) {
    const { moved, shift } = await hydrate(page, `/${path}${query}`, width);
    expect.soft(moved, `/${path}`).toEqual([]);
    expect.soft(shift, `/${path}: layout shift`).toBeLessThanOrEqual(0.01);
    await page.unrouteAll();
  }
}

// Every page for a visitor with one clock and for one with two; for the others the pages that show hours.
for (const [where, place] of Object.entries(PLACES)) {
  test.describe(where, () => {
    test.use(place);
    test("after the event nothing moves", { tag: "@fonts" }, async ({ page }) => {
      test.setTimeout(180_000);
      const all = place === VENUE || place === KATHMANDU;
      await nothingMoves(page, all ? PATHS : TIMED, { width: place === KATHMANDU ? 360 : 1280 });
    });
  });
}

test.describe("at the venue", () => {
  test.use(VENUE);
  for (const [when, moment] of Object.entries(MOMENTS)) {
    test(`${when} nothing moves`, { tag: "@fonts" }, async ({ page }) => {
      await page.clock.setFixedTime(new Date(moment));
      await nothingMoves(page, ["", "programme/", "sessions/mon-theme-1/", "sessions/fri-evaluation/", "watch/"]);
    });
  }
});

test.describe("in Kathmandu", () => {
  test.use(KATHMANDU);
  for (const [when, moment] of Object.entries(MOMENTS)) {
    test(`${when} nothing moves`, async ({ page }) => {
      await page.clock.setFixedTime(new Date(moment));
      await nothingMoves(page, ["", "programme/", "sessions/mon-theme-1/"], { width: 360 });
    });
  }
});

test.describe("with what is stored", () => {
  test.use(KATHMANDU);
  const stored = {
    "my own clock alone": SET("clock", "mine"),
    "the venue's clock alone": SET("clock", "venue"),
    "the clock of another place": SET("clock", "zone:America/Bogota"),
    "hours to twelve": SET("hours", "12"),
    "stars": STARS,
    "dark colours": SET("colours", "dark"),
  };
  for (const [what, texts] of Object.entries(stored)) {
    test(`${what}: nothing moves`, { tag: "@fonts" }, async ({ page }) => {
      await plant(page, texts);
      await nothingMoves(page, ["", "programme/", "sessions/thu-obis/"]);
    });
  }

  test("six stars in my schedule: nothing jumps", { tag: "@fonts" }, async ({ page }) => {
    const ids = ["mon-theme-1", "wed-eca", "wed-asia", "wed-lac", "thu-obis", "fri-battle"];
    await plant(page, Object.fromEntries(ids.map((id) => [`meridian/gnm2021/star/${id}`, "1 5 on"])));
    await watchShift(page);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const release = await holdApp(page);
      await page.goto("/mine/");
      await isRead(page);
      await release();
      await expect(page.getByRole("main").getByRole("article")).toHaveCount(ids.length);
      await twoFrames(page);
      expect.soft(await takeShift(page), `${width} px`).toBeLessThanOrEqual(0.01);
      await page.unrouteAll();
    }
  });

  test("at the venue, the clock of another place: nothing moves", { tag: "@fonts" }, async ({ browser }) => {
    const context = await browser.newContext({ ...VENUE, serviceWorkers: "block" });
    const page = await context.newPage();
    await plant(page, SET("clock", "zone:America/Bogota"));
    await nothingMoves(page, ["programme/", "sessions/thu-obis/"]);
    await context.close();
  });
});
