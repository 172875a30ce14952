// Pictures of every page, to target/screenshots/<page>-<width>-<scheme>.png, and three small
// ones for the README, to docs/screenshots/. A picture that cannot be taken is a failure.
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { anchorOf } from "../code.mjs";
import { addStyle, ready } from "../helpers.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const EVENT = "gnm2021";
const STARS = ["mon-icebreaker", "mon-theme-1", "tue-theme-2", "wed-asia", "thu-obis", "fri-battle"];
const BEFORE = "?now=2021-06-20T10:00:00Z";
const DURING = "?now=2021-06-28T12:10:00Z";

// Each page by its name: where it is, and what to do first or there.
const PAGES = {
  "home-before": { path: `/${BEFORE}` },
  "home-during": { path: `/${DURING}` },
  "home-after": { path: "/" },
  programme: { path: "/programme/" },
  day: { path: "/programme/2021-06-30/" },
  filtered: { path: "/programme/?theme=theme-2&q=data" },
  "theme-1": { path: "/themes/theme-1/" },
  "theme-2": { path: "/themes/theme-2/" },
  "theme-3": { path: "/themes/theme-3/" },
  "theme-4": { path: "/themes/theme-4/" },
  panel: { path: "/sessions/mon-theme-1/" },
  obis: { path: "/sessions/thu-obis/" },
  battle: { path: "/sessions/fri-battle/" },
  regional: { path: "/sessions/wed-lac/" },
  live: { path: `/sessions/mon-theme-1/${DURING}` },
  watch: { path: "/watch/" },
  people: { path: "/people/" },
  person: { path: "/people/tim-hirsch/" },
  mine: { path: "/mine/", before: star },
  "mine-empty": { path: "/mine/" },
  "mine-planned": { path: "/mine/?now=2021-06-28T08:00:00Z", before: plan, there: unfoldGap },
  "mine-timeline": { path: "/mine/?view=timeline&now=2021-06-30T08:40:00Z", before: plan },
  "mine-changed": { path: "/mine/", before: change, there: unstarOne },
  "mine-share": { path: "/mine/", before: star, there: (page) => press(page, "Share my schedule") },
  "mine-restore": { path: "/mine/", before: star, there: chooseBackup },
  shared: { path: `/mine/${anchorOf(["mon-theme-1", "tue-theme-2", "wed-africa", "thu-obis"])}`, before: star },
  compared: {
    path: `/mine/${anchorOf(["mon-theme-1", "tue-theme-2", "wed-africa", "thu-obis"])}`,
    before: star,
    there: (page) => press(page, "Compare with mine"),
  },
  "shared-damaged": { path: "/mine/#~AAAA" },
  clash: { path: "/programme/2021-06-30/", before: plan, there: unfoldClash },
  "calendar-ways": { path: "/sessions/thu-obis/", before: plan, there: unfoldAll },
  about: { path: "/about/" },
  "not-found": { path: "/nowhere/" },
  settings: { path: "/programme/", there: openSettings, fullPage: false },
  problem: { path: "/", before: breakAgenda, shows: "[role=alert]", fullPage: false },
  "problem-alone": { path: "/sessions/not-built/", before: breakAgenda, shows: "#main .faults" },
  waiting: { path: "/", before: (page) => page.route("**/agenda.json", () => {}), shows: "h1" },
};
const WIDTHS = [360, 768, 1280];
const SCHEMES = ["light", "dark"];

// Ways of looking under which only some pages are taken; each names its pictures.
const SOME = ["home-during", "programme", "panel", "mine", "settings"];
const WAYS = [
  { name: "kathmandu", width: 768, use: { timezoneId: "Asia/Kathmandu" } },
  { name: "kiritimati", width: 768, use: { timezoneId: "Pacific/Kiritimati" } },
  { name: "narrow", width: 320 },
  { name: "wide", width: 1920 },
  { name: "forced", width: 768, use: { contextOptions: { forcedColors: "active" } } },
  { name: "large", width: 360, there: largeText },
  { name: "large", width: 1280, there: largeText },
];

// Room that is kept for a scrollbar is no part of a picture.
const STYLE = ":root { scrollbar-gutter: auto !important }";

test.use({ timezoneId: "America/Bogota", trace: "off" });

for (const width of WIDTHS) {
  for (const colorScheme of SCHEMES) {
    test.describe(`${width} ${colorScheme}`, () => {
      test.use({ colorScheme });
      for (const name of Object.keys(PAGES)) {
        test(name, async ({ page }) => {
          await open(page, name, width);
          await shoot(page, name, width, colorScheme);
        });
      }
    });
  }
}

for (const { name: way, width, use = {}, there } of WAYS) {
  test.describe(`${way} ${width}`, () => {
    test.use(use);
    for (const name of SOME) {
      test(name, async ({ page }) => {
        await open(page, name, width);
        await there?.(page);
        await shoot(page, name, width, way);
      });
    }
  });
}

test.describe("for the README", () => {
  const pictures = [
    { name: "programme", width: 1280, height: 800, colorScheme: "light", end: "png" },
    { name: "panel", width: 360, height: 720, colorScheme: "dark", end: "png" },
    // Its fine lines would make a large PNG.
    { name: "home-after", width: 1280, height: 800, colorScheme: "light", end: "jpg" },
  ];
  for (const { name, width, height, colorScheme, end } of pictures) {
    test(`${name} ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await open(page, name, width, height);
      const path = `${root}docs/screenshots/${name}-${width}-${colorScheme}.${end}`;
      const quality = end === "jpg" ? 85 : undefined;
      const picture = await page.screenshot({ path, quality, style: STYLE });
      expect(picture.length, "bytes").toBeLessThanOrEqual(150_000);
    });
  }
});

async function open(page, name, width, height = 800) {
  const { path, before, there, shows } = PAGES[name];
  await page.setViewportSize({ width, height });
  await before?.(page);
  await page.goto(path);
  await (shows ? expect(page.locator(shows).first()).toBeVisible() : ready(page));
  await there?.(page);
}

async function shoot(page, name, width, way) {
  const path = `${root}target/screenshots/${name}-${width}-${way}.png`;
  await page.screenshot({ path, fullPage: PAGES[name].fullPage ?? true, style: STYLE });
}

/** Serves a programme that is none. */
async function breakAgenda(page) {
  await page.route("**/agenda.json", (route) => route.fulfill({ body: "{}" }));
}

/** Items as the app keeps them, by kind and id, there from the start. */
async function keep(page, items) {
  await page.addInitScript(
    ({ event, items }) => {
      for (const [key, said] of Object.entries(items)) {
        localStorage[`meridian/${event}/${key}`] ??= `1 1624000000000 on${said && ` ${said}`}`;
      }
    },
    { event: EVENT, items },
  );
}

function starred(ids) {
  return Object.fromEntries(ids.map((id) => [`star/${id}`, ""]));
}

/** Six stars. */
function star(page) {
  return keep(page, starred(STARS));
}

/** Stars of which three clash, one of them perhaps, with a note and a reminder. */
function plan(page) {
  return keep(page, {
    ...starred([...STARS, "wed-eca", "wed-africa"]),
    "maybe/wed-africa": "",
    "note/thu-obis": "Ask about the sampling events of our coast.",
    "lead/thu-obis": "30",
  });
}

/** Stars of which one has moved, one was renamed and one has vanished. */
function change(page) {
  return keep(page, {
    ...starred([...STARS, "tue-workshop"]),
    "known/thu-obis": "2021-07-01T17:00:00Z 2021-07-01T18:30:00Z confirmed\n\nOBIS marine data mobilization session",
    "known/wed-asia": "2021-06-30T07:00:00Z 2021-06-30T08:30:00Z confirmed\n\nAsia",
    "known/tue-workshop": "2021-06-29T07:00:00Z 2021-06-29T08:30:00Z confirmed\n\nData paper workshop",
  });
}

function press(page, name) {
  return page.getByRole("button", { name, exact: true }).click();
}

function unstarOne(page) {
  return page.getByRole("main").locator(".card .star").first().click();
}

function unfoldGap(page) {
  return page.locator("details.gap > summary").first().click();
}

function unfoldClash(page) {
  return page.locator(".card details > summary").first().click();
}

async function unfoldAll(page) {
  for (const summary of await page.locator("details.fold > summary").all()) await summary.click();
  await press(page, "Share this session");
}

async function chooseBackup(page) {
  const items = { "star/tue-icebreaker": "1 5 on", "note/thu-obis": "1 5 on tides" };
  const text = JSON.stringify({ kind: "meridian-backup", version: 1, event: EVENT, items, settings: {} });
  await page.locator("#restore").setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await expect(page.getByText("Nothing has changed yet")).toBeVisible();
}

async function openSettings(page) {
  await page.locator("[popovertarget=clock-panel]").first().click();
  await expect(page.locator("#clock-panel")).toBeVisible();
}

/** Text at twice its size, as a visitor sets it in the browser. */
async function largeText(page) {
  await addStyle(page, ":root { font-size: 200% !important }");
}
