// The clock switch: my time, the venue's, both, or another place's, in hours to twelve or twenty-four.
import { expect, test } from "@playwright/test";
import { goInside } from "../built.mjs";
import { readAgenda, ready } from "../helpers.mjs";
import { hours, line } from "../oracle.mjs";
import { PLACES, VENUE, expectCards, linesOf, mapLines, openPanel } from "../times.mjs";

test.describe("the clock switch", () => {
  test.use({ timezoneId: "Asia/Kathmandu" });

  test("shows my time, the venue’s, or both, and remembers it", async ({ page }) => {
    const agenda = readAgenda();
    const place = PLACES.find(({ zone }) => zone === "Asia/Kathmandu");
    const [here, there] = [place.zone, VENUE].map((zone) => hours(agenda, [zone])[zone]);
    const mine = mapLines(here, (times) => [line(times, "Kathmandu · your time")]);
    // The visitor's night is told even where only the venue's clock is shown.
    const venue = mapLines(there, (times, id) => [line({ ...times, night: here[id].night }, "Copenhagen · venue")]);
    await page.goto("/programme/");
    const panel = await openPanel(page);
    await expect(panel.getByRole("radio", { name: "Mine and the venue’s" })).toBeChecked();

    await panel.getByRole("radio", { name: "Mine: Kathmandu" }).check();
    await expectCards(page, agenda, mine);
    await expect(page.getByRole("button", { name: "Times: Kathmandu. Settings", exact: true })).toBeVisible();
    await page.reload();
    await expectCards(page, agenda, mine);

    await (await openPanel(page)).getByRole("radio", { name: "Venue: Copenhagen" }).check();
    await expectCards(page, agenda, venue);
    await page.reload();
    await expectCards(page, agenda, venue);
    await expect(page.getByRole("button", { name: "Times: Copenhagen. Settings", exact: true })).toBeVisible();

    await (await openPanel(page)).getByRole("radio", { name: "Mine and the venue’s" }).check();
    await expectCards(page, agenda, linesOf(agenda, place));
    await page.reload();
    await expectCards(page, agenda, linesOf(agenda, place));
  });

  // What else finds a zone: crates/agenda (zone).
  test("finds a place by what is typed and shows its time, or says that there is none", async ({ page }) => {
    const agenda = readAgenda();
    await page.goto("/programme/");
    const panel = await openPanel(page);
    const search = panel.getByRole("searchbox", { name: "Another place" });
    await search.fill("Atlantis");
    await expect(panel.getByText("Nothing by that name.")).toBeVisible();
    await expect(panel.getByRole("listitem")).toHaveCount(0);
    for (const { typed, city, zone, name } of [
      { typed: "kath", city: "Kathmandu", zone: "Asia/Kathmandu", name: "Kathmandu, Nepal" },
      { typed: "Mumbai", city: "Kolkata", zone: "Asia/Kolkata", name: "Mumbai (time of Kolkata)" },
      { typed: "são p", city: "São Paulo", zone: "America/Sao_Paulo", name: "São Paulo, Brazil" },
      { typed: "EST", city: "New York", zone: "America/New_York", name: "EST (time of New York)" },
      { typed: "kiritimati", city: "Kiritimati", zone: "Pacific/Kiritimati", name: "Kiritimati, Kiribati" },
      { typed: "UTC-5", city: "UTC−5", zone: "Etc/GMT+5", name: "UTC−5" },
      { typed: "bogota", city: "Bogotá", zone: "America/Bogota", name: "Bogotá, Colombia" },
    ]) {
      await search.fill(typed);
      await panel.getByRole("button", { name, exact: true }).click();
      await expectCards(page, agenda, linesOf(agenda, { zone, city, twelve: false, whose: "chosen" }));
      await expect(panel.getByRole("radio", { name: `${city}, beside the venue’s` })).toBeChecked();
    }
    await page.reload();
    await expectCards(page, agenda, linesOf(agenda, { zone: "America/Bogota", city: "Bogotá", twelve: false, whose: "chosen" }));
    await expect(page.getByRole("button", { name: "Times: Bogotá + Copenhagen" })).toBeVisible();
  });

  test("works by keyboard alone", async ({ page }) => {
    await page.goto("/programme/");
    await page.getByRole("button", { name: /^Times/ }).focus();
    await page.keyboard.press("Enter");
    const panel = page.getByRole("dialog", { name: "Times and colours" });
    await expect(panel).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(panel.getByRole("radio", { name: "Mine and the venue’s" })).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect(panel.getByRole("radio", { name: "Venue: Copenhagen" })).toBeChecked();
    await page.keyboard.press("Tab");
    await expect(panel.getByRole("searchbox", { name: "Another place" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(panel).toBeHidden();
    await expect(page.getByRole("button", { name: "Times: Copenhagen. Settings", exact: true })).toBeFocused();
  });

  test("stands on every page, in reach wherever one is in it, and names the clocks", async ({ page }) => {
    await page.goto("/programme/");
    await page.getByRole("contentinfo").scrollIntoViewIfNeeded();
    await expect(page.getByRole("contentinfo")).toBeInViewport();
    await expect(page.getByRole("button", { name: /^Times/ })).toBeInViewport();
    await ready(page);
    const paths = ["/", "/programme/", "/programme/2021-06-28/", "/themes/theme-1/", "/sessions/thu-obis/", "/watch/"];
    for (const path of [...paths, "/people/", "/people/joe-miller/", "/mine/", "/about/", "/nowhere/"]) {
      await goInside(page, path);
      await expect(page.getByRole("button", { name: "Times: Kathmandu + Copenhagen" }), path).toBeVisible();
    }
  });

  test("keeps the day that is shown", async ({ page }) => {
    await page.goto("/programme/2021-06-30/");
    const panel = await openPanel(page);
    await panel.getByRole("searchbox", { name: "Another place" }).fill("kiritimati");
    await panel.getByRole("button", { name: /^Kiritimati/ }).click();
    // Two of them are on Thursday there.
    await expect(page.getByRole("article").getByText("+1 day")).toHaveCount(2);
    await expect(page).toHaveURL("/programme/2021-06-30/");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Wednesday 30 June");
    await expect(page.getByRole("article")).toHaveCount(6);
  });

  for (const [path, title] of [
    ["/programme/", "OBIS marine data mobilization session"],
    ["/programme/2021-06-30/", "Africa regional breakout session"],
  ]) {
    test(`keeps the session in sight that was looked at on ${path}`, async ({ page }) => {
      await page.setViewportSize({ width: 1280, height: 500 });
      await page.goto(path);
      const session = page.getByRole("article").filter({ hasText: title });
      const place = () => session.evaluate((card) => card.getBoundingClientRect().top);
      await expect(session).toHaveCount(1);
      await session.evaluate((card) => window.scrollBy(0, card.getBoundingClientRect().top - 200));
      await expect.poll(place).toBeCloseTo(200, -1);
      // A click that scrolls nowhere, whether or not the switch is in sight.
      await page.getByRole("button", { name: /^Times/ }).evaluate((button) => button.click());
      const panel = page.getByRole("dialog", { name: "Times and colours" });
      await panel.getByRole("radio", { name: "Venue: Copenhagen" }).check();
      await expect(session.getByRole("time")).toHaveCount(1);
      // Cards grow and shrink by a line, and there are a dozen above.
      await expect.poll(async () => Math.abs((await place()) - 200)).toBeLessThan(60);
      await panel.getByRole("radio", { name: "Mine and the venue’s" }).check();
      await expect(session.getByRole("time")).toHaveCount(2);
      await expect.poll(async () => Math.abs((await place()) - 200)).toBeLessThan(60);
    });
  }

  test("counts hours to twelve or twenty-four as wished", async ({ page }) => {
    const agenda = readAgenda();
    const place = PLACES.find(({ zone }) => zone === "Asia/Kathmandu");
    await page.goto("/programme/");
    await (await openPanel(page)).getByRole("radio", { name: "2:00 pm" }).check();
    await expectCards(page, agenda, linesOf(agenda, { ...place, twelve: true }));
    await page.reload();
    await expectCards(page, agenda, linesOf(agenda, { ...place, twelve: true }));
    await (await openPanel(page)).getByRole("radio", { name: "14:00" }).check();
    await expectCards(page, agenda, linesOf(agenda, { ...place, twelve: false }));
  });
});
