// Hours: right in every zone and locale from the first paint on, over changes of clocks, for travellers, and where a
// device hides its zone.
import { expect, test } from "@playwright/test";
import { readAgenda, visit, withAgenda } from "../helpers.mjs";
import { hours, line } from "../oracle.mjs";
import { PLACES, VENUE, expectCards, linesOf, mapLines, openPanel } from "../times.mjs";

for (const place of PLACES) {
  test.describe(`in ${place.city}, ${place.locale}`, () => {
    test.use({ timezoneId: place.zone, locale: place.locale });

    test("every card shows the right hours, day and night, and no other hour is ever on the screen", async ({ page }) => {
      const agenda = readAgenda();
      const moments = agenda.sessions.map(({ id, start }) => [id, new Date(start).toISOString().replace(".000", "")]);
      const said = (lines) => new Set(moments.flatMap(([id, moment]) => lines[id].map((line) => `${moment} ${line}`)));
      await page.addInitScript(recordTimes);
      await visit(page, "/programme/");
      await expectCards(page, agenda, linesOf(agenda, place));
      expect(await page.getByRole("main").innerText(), "digits are Latin").not.toMatch(/(?![0-9])\p{Nd}/u);
      const seen = await page.evaluate(() => window.seenTimes());
      // As it was made, the page has the venue's hours, and says so. The app fills in the visitor's, then it is live.
      const venue = said(mapLines(hours(agenda, [VENUE])[VENUE], (times) => [line(times, "Copenhagen · venue", { own: false })]));
      const right = said(linesOf(agenda, place));
      expect(seen.before.filter((line) => !venue.has(line) && !right.has(line)), "before it is live").toEqual([]);
      expect(seen.before).toEqual(expect.arrayContaining([...venue]));
      expect(new Set(seen.after), "from then on").toEqual(right);
    });
  });
}

test.describe("clocks that change during the event", () => {
  for (const { zone, city, venue, dates, says } of [
    {
      zone: VENUE,
      city: "Copenhagen",
      venue: VENUE,
      dates: ["2021-10-30", "2021-10-31"],
      says: ["Clocks in Copenhagen go back by 1 h on Sunday 31 October at 03:00."],
    },
    {
      zone: "America/Bogota",
      city: "Bogotá",
      venue: VENUE,
      dates: ["2021-10-30", "2021-10-31"],
      says: ["Clocks in Copenhagen go back by 1 h on Sunday 31 October at 03:00."],
    },
    {
      zone: "Australia/Lord_Howe",
      city: "Lord Howe",
      venue: VENUE,
      dates: ["2021-04-03", "2021-04-04"],
      says: ["Clocks in Lord Howe go back by 30 min on Sunday 4 April at 02:00."],
    },
    {
      zone: "America/New_York",
      city: "New York",
      venue: VENUE,
      dates: ["2021-03-13", "2021-03-14"],
      says: ["Clocks in New York go forward by 1 h on Sunday 14 March at 02:00."],
    },
  ]) {
    test.describe(`in ${city}, ${dates.join(" and ")}`, () => {
      test.use({ timezoneId: zone });

      test("the hours on both sides are right, and a notice says why", async ({ page }) => {
        const agenda = await withAgenda(page, (agenda) => ontoDays(agenda, dates));
        await page.goto("/programme/");
        await expectCards(page, agenda, linesOf(agenda, { zone, city, venue, twelve: false }));
        const notices = page.getByText(/^Clocks in /);
        await expect(notices).toHaveText(says.map((words) => `${words} Times after that are already given in the new time.`));
      });
    });
  }

  test("no notice when none change", async ({ page }) => {
    await visit(page, "/programme/");
    await expect(page.getByRole("article")).toHaveCount(18);
    await expect(page.getByText(/^Clocks in /)).toHaveCount(0);
  });
});

test.describe("a device that hides its zone", () => {
  test.use({ timezoneId: "Asia/Kathmandu" });

  test("gets the venue’s time, is not said to be there, and is told how to see its own", async ({ page }) => {
    const agenda = readAgenda();
    await page.addInitScript(tellZone, null);
    await visit(page, "/programme/");
    const venue = hours(agenda, [VENUE])[VENUE];
    await expectCards(page, agenda, mapLines(venue, (times) => [line(times, "Copenhagen · venue", { own: false })]));
    const panel = await openPanel(page);
    await expect(panel.getByText("Your browser does not report its time zone.")).toBeVisible();
    await panel.getByRole("searchbox", { name: "Another place" }).fill("kathmandu");
    await panel.getByRole("button", { name: /^Kathmandu/ }).click();
    const chosen = { zone: "Asia/Kathmandu", city: "Kathmandu", twelve: false, whose: "chosen" };
    await expectCards(page, agenda, linesOf(agenda, chosen));
    await expect(panel.getByText("Your browser does not report its time zone.")).toBeHidden();
  });

  test("when it reports UTC, the venue’s time stands beside and the doubt is said", async ({ page }) => {
    const agenda = readAgenda();
    await page.addInitScript(tellZone, "UTC");
    await page.goto("/programme/");
    await expectCards(page, agenda, linesOf(agenda, { zone: "UTC", city: "UTC", twelve: false }));
    const panel = await openPanel(page);
    await expect(panel.getByText("Your device reports UTC.")).toBeVisible();
  });
});

test("a traveller’s hours follow when the page is seen again", async ({ page }) => {
  const agenda = readAgenda();
  await page.addInitScript(tellZone, "America/Bogota");
  await page.goto("/programme/");
  await expectCards(page, agenda, linesOf(agenda, { zone: "America/Bogota", city: "Bogotá", twelve: false }));
  await page.evaluate(() => {
    const show = (state) => {
      Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
      Object.defineProperty(document, "hidden", { value: state === "hidden", configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    };
    show("hidden");
    window.deviceZone = "Pacific/Kiritimati";
    show("visible");
  });
  const there = { zone: "Pacific/Kiritimati", city: "Kiritimati", twelve: false };
  await expectCards(page, agenda, linesOf(agenda, there));
  await expect(page.getByRole("button", { name: "Times: Kiritimati + Copenhagen" })).toBeVisible();
});

/** Spreads the first sessions over two days, on both sides of a change of clocks and across it. */
function ontoDays(agenda, [first, second]) {
  const day = (date, time) => new Date(`${date}T${time}:00Z`).toISOString().replace(".000", "");
  const spans = [
    [day(first, "09:00"), day(first, "10:30")],
    [day(first, "12:00"), day(first, "13:30")],
    [day(first, "14:00"), day(first, "16:00")],
    // Across the change: Lord Howe's at 15:00 UTC the day before, Copenhagen's at 01:00, New York's at 07:00.
    [day(second, "00:30"), day(second, "01:30")],
    [day(second, "01:00"), day(second, "02:30")],
    [day(second, "06:30"), day(second, "07:30")],
    [day(second, "13:00"), day(second, "14:30")],
  ];
  agenda.sessions = spans.map(([start, end], index) => ({ ...agenda.sessions[index], start, end, repeats: [] }));
  Object.assign(agenda.event, { start: first, end: second });
  agenda.revision.changes = [];
}

/** Runs in the page: the device tells this zone, or, where it is null, none. */
function tellZone(zone) {
  window.deviceZone = zone ?? undefined;
  // As in browsers that have no `Temporal` yet.
  delete window.Temporal;
  const honest = Intl.DateTimeFormat.prototype.resolvedOptions;
  Intl.DateTimeFormat.prototype.resolvedOptions = function resolvedOptions() {
    return { ...honest.call(this), timeZone: window.deviceZone };
  };
}

/**
 * Runs in the page: writes down every line that ever holds a time, with its moment: before the app is live, and from
 * then on.
 */
function recordTimes() {
  const seen = { before: new Set(), after: new Set() };
  const note = (line) => {
    const time = line.querySelector("time");
    if (!time || !line.isConnected) return;
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const texts = [time.getAttribute("datetime")];
    while (walker.nextNode()) texts.push(walker.currentNode.data.trim());
    const when = "live" in document.documentElement.dataset ? seen.after : seen.before;
    when.add(texts.filter(Boolean).join(" "));
  };
  const noteAll = () => {
    const lines = [...document.querySelectorAll("p:has(time)")];
    // Of a page that is still arriving, the last line may be there in part.
    if (document.readyState === "loading") lines.pop();
    lines.forEach(note);
  };
  const observer = new MutationObserver(noteAll);
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  document.addEventListener("DOMContentLoaded", noteAll);
  window.seenTimes = () => {
    noteAll();
    return { before: [...seen.before], after: [...seen.after] };
  };
}
