// The hours of the event come with the site; a device with other rules, or none, for one of its zones has no say in them.
import { expect, test } from "@playwright/test";
import { readAgenda, ready, withAgenda } from "../helpers.mjs";
import { hours, line } from "../oracle.mjs";
import { VENUE, expectCards, linesOf, mapLines, openPanel } from "../times.mjs";

/** Runs in the page: the device has other rules for some zones, and does not know those without. */
function tellRules(rules) {
  const Honest = Intl.DateTimeFormat;
  const told = (zone) => {
    if (!(zone in rules)) return zone;
    if (rules[zone] === null) throw new RangeError(`Invalid time zone specified: ${zone}`);
    return rules[zone];
  };
  Intl.DateTimeFormat = function DateTimeFormat(locales, options = {}) {
    return new Honest(locales, options.timeZone ? { ...options, timeZone: told(options.timeZone) } : options);
  };
  Intl.DateTimeFormat.prototype = Honest.prototype;
  delete window.Temporal;
}

test.describe("in Kathmandu", () => {
  test.use({ timezoneId: "Asia/Kathmandu" });

  for (const { device, rules } of [
    { device: "with older rules", rules: { [VENUE]: "Europe/London", "America/Bogota": "America/New_York" } },
    { device: "that does not know the zones", rules: { [VENUE]: null, "America/Bogota": null } },
  ]) {
    test(`a device ${device} shows the hours of the build`, async ({ page }) => {
      const agenda = readAgenda();
      await page.addInitScript(tellRules, rules);
      await page.goto("/programme/");
      await ready(page);
      await expectCards(page, agenda, linesOf(agenda, { zone: "Asia/Kathmandu", city: "Kathmandu", twelve: false }));
      await page.goto("/sessions/thu-obis/");
      const bogota = hours(agenda, ["America/Bogota"])["America/Bogota"]["thu-obis"];
      const row = page.getByRole("row", { name: /Bogotá/ });
      await ready(page);
      await expect(row).toContainText(line(bogota, "", { own: false }).split(" ")[0]);
    });
  }

  test("a zone that neither device nor build knows takes nothing else away", async ({ page }) => {
    await page.addInitScript(tellRules, { "America/Coyhaique": null, "Antarctica/Troll": null });
    const agenda = await withAgenda(page, (agenda) => {
      agenda.event.timezone = "America/Coyhaique";
      agenda.event.cities = [{ name: "Troll", zone: "Antarctica/Troll" }, { name: "Bogotá", zone: "America/Bogota" }];
      // As the clocks there show them.
      for (const session of agenda.sessions) {
        for (const member of ["start", "end"]) session[member] = shifted(session[member], -3);
      }
    });
    await page.goto("/programme/");
    await ready(page);
    const own = hours(agenda, ["Asia/Kathmandu"])["Asia/Kathmandu"];
    const there = hours(agenda, ["America/Argentina/Buenos_Aires"])["America/Argentina/Buenos_Aires"];
    await expectCards(
      page,
      agenda,
      mapLines(own, (times, id) => [
        line(times, "Kathmandu · your time"),
        line(there[id], "Coyhaique · venue", { own: false }),
      ]),
    );
    await page.getByRole("button", { name: /^My schedule: / }).first().click();
    await page.getByRole("article").first().getByRole("link").first().click();
    await expect(page.getByRole("row", { name: /Bogotá/ })).toBeVisible();
    await expect(page.getByRole("row", { name: /Troll/ })).toHaveCount(0);
  });
});

/** The same instant, written with an offset of so many hours west of UTC. */
function shifted(text, offset) {
  const wall = new Date(Date.parse(text) + offset * 3_600_000).toISOString().slice(0, 19);
  return `${wall}-0${-offset}:00`;
}

test.describe("the search for a place", () => {
  // How it searches: crates/agenda (gazetteer). This is what it finds in the words that are shipped.
  test("leads from what people type to the right zone", async ({ page }) => {
    await page.goto("/programme/");
    const panel = await openPanel(page);
    for (const [typed, first] of [
      ["Beijing", "Beijing (time of Shanghai)"],
      ["Mumbai", "Mumbai (time of Kolkata)"],
      ["Bangalore", "Bangalore (time of Kolkata)"],
      ["India", "India (time of Kolkata)"],
      ["Nepal", "Nepal (time of Kathmandu)"],
      ["Bogota", "Bogotá, Colombia"],
      ["São Paulo", "São Paulo, Brazil"],
      ["Kyiv", "Kyiv, Ukraine"],
      ["Kiev", "Kyiv, Ukraine"],
      ["canberra", "Canberra (time of Sydney)"],
      ["Washington", "Washington, D.C. (time of New York)"],
      ["Kosovo", "Kosovo (time of Belgrade)"],
      ["USA", "USA (time of New York)"],
      ["EST", "EST (time of New York)"],
      ["IST", "IST (time of Kolkata)"],
      ["CET", /^CET \(time of [A-Z]/],
      ["+5:30", "Kolkata, India"],
      ["UTC-5", "UTC−5"],
    ]) {
      await panel.getByRole("searchbox", { name: "Another place" }).fill(typed);
      await expect(panel.locator(".offer").first(), typed).toHaveText(first);
    }
  });

  test("has names of zones where the words for them do not come", async ({ page }) => {
    await page.route("**/app/places-*", (route) => route.abort());
    await page.goto("/programme/");
    const panel = await openPanel(page);
    await panel.getByRole("searchbox", { name: "Another place" }).fill("kath");
    await expect(panel.getByRole("button", { name: "Kathmandu", exact: true })).toBeVisible();
  });

  for (const { zone, city } of [{ zone: "UTC", city: "UTC" }, { zone: "Atlantic/Reykjavik", city: "Reykjavik" }]) {
    test.describe(`in ${zone}`, () => {
      test.use({ timezoneId: zone });

      test("is pointed to, as the device may hide where it is", async ({ page }) => {
        await page.goto("/programme/");
        const panel = await openPanel(page);
        await expect(panel.getByText(`Your device reports ${city}. So do browsers that hide where they are`)).toBeVisible();
      });
    });
  }
});
