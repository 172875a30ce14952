// The built site in browsers that Playwright cannot drive as they are installed: each page opens and comes to life, shows
// the right hours, and keeps a star. Everything else is tested in Chromium, in tests/e2e.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { fontsOf } from "../e2e/fonts.mjs";
import { readAgenda } from "../e2e/helpers.mjs";
import { hours, line } from "../e2e/oracle.mjs";
import * as firefox from "./firefox.mjs";
import { eventually, serve } from "./programs.mjs";
import * as webkit from "./webkit.mjs";

const VENUE = "Europe/Copenhagen";
const OBIS = "OBIS marine data mobilization session";
// On the first day of the event, ten minutes into a session.
const DURING = "?now=2021-06-28T12:10:00Z";

const agenda = readAgenda();
const BROWSERS = { Firefox: firefox.open, WebKitGTK: webkit.open };
const PLACES = [
  { base: "/", zone: "Asia/Kathmandu", city: "Kathmandu" },
  { base: "/a/b/", zone: "America/St_Johns", city: "St Johns" },
];

/** Each session by its title: its lines of time on the clock of that zone and on the venue's. */
function expected({ zone, city }, twelve) {
  const own = hours(agenda, [zone])[zone];
  const venue = hours(agenda, [VENUE])[VENUE];
  const lines = ({ id }) => [
    line(own[id], `${city} · your time`, { twelve }),
    line(venue[id], "Copenhagen · venue", { twelve, own: false }),
  ];
  return Object.fromEntries(agenda.sessions.map((session) => [session.title, lines(session)]));
}

for (const [name, open] of Object.entries(BROWSERS)) {
  for (const place of PLACES) {
    describe(`${name} at ${place.base}, in ${place.city}`, () => {
      let site;
      let browser;
      let right;

      before(async () => {
        site = await serve(place.base);
        browser = await open({ TZ: place.zone, ...fontsOf("narrow") });
      });

      after(async () => {
        await browser?.close();
        await site?.end();
      });

      /** Opens a page, and waits until the app is there. */
      async function visit(path, heading) {
        await browser.goto(site.address + path);
        await eventually(`${path} is live, headed ${heading}`, () => browser.run(liveHeading), (said) => said === heading);
        right ??= expected(place, await browser.run(countsToTwelve));
      }

      /** The sessions with these titles, and no others, have the right hours. */
      async function showsHours(titles, selector) {
        const want = Object.fromEntries(titles.map((title) => [title, right[title]]));
        const same = (have) => titles.length > 0 && JSON.stringify(have) === JSON.stringify(want);
        const read = async () => sorted(await browser.run(readHours, selector), titles);
        await eventually(`hours ${JSON.stringify(want)}`, read, same);
      }

      test("home says what is on, with its hours", async () => {
        await visit(DURING, agenda.event.title);
        const on = agenda.sessions.find(({ id }) => id === "mon-theme-1").title;
        const titles = await eventually("cards", () => browser.run(titlesOf), (titles) => titles.includes(on));
        await showsHours(titles, "article");
      });

      test("the programme has the hours of every session", async () => {
        await visit("programme/", "Programme");
        await showsHours(agenda.sessions.map(({ title }) => title), "article");
      });

      test("a session has its hours, and keeps its star over a reload and into my schedule", async () => {
        await visit("sessions/thu-obis/", OBIS);
        await showsHours([OBIS], "main");
        assert.equal(await browser.run(isStarred, OBIS), "false");
        await browser.run(pressStar, OBIS);
        await eventually("the star is kept", () => browser.run(storedStar));
        await visit("sessions/thu-obis/", OBIS);
        await eventually("the star is there again", () => browser.run(isStarred, OBIS), (pressed) => pressed === "true");
        await visit("mine/", "My schedule");
        await showsHours([OBIS], "article");
        await browser.run(pressStar, OBIS);
        await eventually("the star is gone", () => browser.run(isStarred, OBIS), (pressed) => pressed === "false");
      });

      // WebKitGTK does not tell.
      test("nothing went wrong in the console", (context) => {
        if (!browser.errors) return context.skip("not told");
        assert.deepEqual(browser.errors, []);
      });
    });
  }
}

/** The entries in that order, which a page keeps for itself. */
function sorted(entries, names) {
  const known = names.filter((name) => name in entries);
  const others = Object.keys(entries).filter((name) => !names.includes(name));
  return Object.fromEntries([...known, ...others].map((name) => [name, entries[name]]));
}

// What follows runs in the browser.

function liveHeading() {
  return document.documentElement.dataset.live === "" && document.querySelector("h1").textContent;
}

function countsToTwelve() {
  return new Intl.DateTimeFormat(navigator.language, { hour: "numeric" }).resolvedOptions().hour12;
}

function titlesOf() {
  return [...document.querySelectorAll("main article")].map((card) => card.querySelector("h3").textContent);
}

/** The lines that hold a time, by the first heading beside them; the parts of a line stand a space apart. */
function readHours(selector) {
  const parts = (line) => {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode.data.trim());
    return texts.filter(Boolean).join(" ");
  };
  const entries = [...document.querySelectorAll(selector)].map((card) => {
    const lines = [...card.querySelector(".when").children].filter((line) => line.querySelector("time"));
    return [card.querySelector("h1, h3").textContent, lines.map(parts)];
  });
  return Object.fromEntries(entries);
}

function isStarred(title) {
  return document.querySelector(`main button[aria-label="My schedule: ${title}"]`).ariaPressed;
}

function pressStar(title) {
  document.querySelector(`main button[aria-label="My schedule: ${title}"]`).click();
}

function storedStar() {
  return Object.entries({ ...localStorage }).some(([key, text]) => key.endsWith("/star/thu-obis") && text.endsWith(" on"));
}
