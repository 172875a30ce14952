// The app takes a page over: nothing moves, whoever reads it, wherever and whenever.
import { expect, test } from "@playwright/test";
import { KINDS, holdApp, isRead, plant, twoFrames } from "../built.mjs";

test.use({ serviceWorkers: "block" });

const WIDTHS = [360, 768, 1280];
// My schedule is put together in the browser: of that page the heading alone is there before.
const PATHS = Object.keys(KINDS).filter((path) => path !== "mine/");

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

/** Opens a page, looks, lets the app come, and looks again; returns what has moved. */
async function takeOver(page, address) {
  const release = await holdApp(page);
  await page.goto(address);
  await isRead(page);
  await page.evaluate(() => document.fonts.ready);
  const before = await boxes(page);
  await release();
  await twoFrames(page);
  return moved(before, await boxes(page));
}

/** Soft, so that one run tells of every page. */
async function nothingMoves(page, paths = PATHS, query = "") {
  for (const path of paths) {
    expect.soft(await takeOver(page, `/${path}${query}`), `/${path}`).toEqual([]);
    await page.unrouteAll();
  }
}

for (const [where, place] of Object.entries(PLACES)) {
  test.describe(where, () => {
    test.use(place);
    test("after the event nothing moves", async ({ page }) => {
      test.setTimeout(120_000);
      await nothingMoves(page);
    });
  });
}

for (const [where, place] of Object.entries({ "at the venue": VENUE, "in Kathmandu": KATHMANDU })) {
  test.describe(where, () => {
    test.use(place);
    for (const [when, moment] of Object.entries(MOMENTS)) {
      test(`${when} nothing moves`, async ({ page }) => {
        await page.clock.setFixedTime(new Date(moment));
        await nothingMoves(page, ["", "programme/", "sessions/mon-theme-1/", "sessions/fri-evaluation/", "watch/"]);
      });
    }
  });
}

test.describe("what is kept", () => {
  test.use(KATHMANDU);
  const kept = {
    "my own clock alone": SET("clock", "mine"),
    "the venue's clock alone": SET("clock", "venue"),
    "the clock of another place": SET("clock", "zone:America/Bogota"),
    "hours to twelve": SET("hours", "12"),
    "stars": STARS,
    "dark colours": SET("colours", "dark"),
  };
  for (const [what, texts] of Object.entries(kept)) {
    test(`${what}: nothing moves`, async ({ page }) => {
      await plant(page, texts);
      await nothingMoves(page, ["", "programme/", "sessions/thu-obis/", "themes/theme-3/"]);
    });
  }

  test("at the venue, the clock of another place: nothing moves", async ({ page }) => {
    await plant(page, SET("clock", "zone:America/Bogota"));
    await nothingMoves(page, ["programme/", "sessions/thu-obis/"]);
  });
});
