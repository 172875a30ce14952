// A day as a table: rooms across, time down.
import { expect, test } from "@playwright/test";
import { expectAccessibleInBoth } from "../axe.mjs";
import { keptIn, readAgenda, visit, withAgenda } from "../helpers.mjs";

const DAY = "/programme/2021-06-30/";
const DURING = "now=2021-06-30T08:30:00Z";
const TITLES = Object.fromEntries(readAgenda().sessions.map(({ id, title }) => [id, title]));
const THEME = readAgenda().themes.find(({ id }) => id === "theme-1").title;
const ROOMS = { "wed-oceania": "hall", "wed-eca": "hall", "wed-africa": "hall", "wed-asia": "yard", "wed-na": "yard" };

/** Two of Europe and Africa overlap in the hall; Latin America has no room; North America is cancelled. */
const withRooms = (page, change = () => {}) =>
  withAgenda(page, (agenda) => {
    agenda.rooms = [{ id: "hall", title: "Great hall" }, { id: "attic", title: "Attic" }, { id: "yard", title: "Yard" }];
    for (const session of agenda.sessions) {
      session.room = ROOMS[session.id];
      if (session.id === "wed-na") session.status = "cancelled";
    }
    change(agenda);
  });

const table = (page) => page.getByRole("table");
const columns = (page) => table(page).getByRole("columnheader");
const frame = (page) => page.getByRole("region", { name: "Grid of Wednesday 30 June" });
const cell = (page, id) =>
  table(page).getByRole("cell").filter({ has: page.getByRole("link", { name: TITLES[id], exact: true }) });
const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

test("rooms stand across, times down, lengths are seen, and the present and my stars are marked", async ({ page }) => {
  await withRooms(page);
  await visit(page, `${DAY}?${DURING}`);
  await page.getByRole("button", { name: `My schedule: ${TITLES["wed-asia"]}`, exact: true }).click();
  const views = page.getByRole("navigation", { name: "Views of this day" });
  await expect(views.getByRole("link", { name: "List" })).toHaveAttribute("aria-current", "page");
  await views.getByRole("link", { name: "Grid" }).click();
  await expect(page).toHaveURL(`${DAY}?view=grid&${DURING}`);
  await expect(views.getByRole("link", { name: "Grid" })).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("article")).toHaveCount(0);
  await expect(columns(page), "the attic has nothing on").toHaveText(["Time", /^Great hall/, /^Yard/, /^Elsewhere/]);
  await expect(table(page).getByRole("rowheader")).toHaveText(
    [/^07:00/, /^08:00/, /^08:30/, "10:00Now, 10:30", "11:00", "11:30", "12:00", "12:30", "17:00", "18:00", "18:30", "19:00"],
  );
  await expect(cell(page, "wed-eca"), "what overlaps in a room shares a cell").toContainText(TITLES["wed-africa"]);
  await expect(cell(page, "wed-eca")).toHaveAttribute("rowspan", "4");
  await expect(cell(page, "wed-asia")).toHaveAttribute("rowspan", "2");
  await expect(cell(page, "wed-asia")).toContainText("10:00 to 11:30");
  await expect(cell(page, "wed-asia").getByText("In my schedule")).toHaveCount(1);
  await expect(table(page).getByText("In my schedule")).toHaveCount(1);
  await expect(cell(page, "wed-na").getByText("Cancelled")).toBeVisible();
  await expectAccessibleInBoth(page);
  await page.getByRole("navigation", { name: "Days" }).getByRole("link", { name: "Thu 1" }).click();
  await expect(page, "the view goes with one to another day").toHaveURL(/\/programme\/2021-07-01\/\?view=grid&now/);
  await table(page).getByRole("link", { name: TITLES["thu-obis"] }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLES["thu-obis"]);
});

test("a room is hidden, remembered and shown again, and the filter stays with both views", async ({ page }) => {
  await withRooms(page);
  await visit(page, `${DAY}?view=grid&room=hall`);
  await expect(columns(page)).toHaveText(["Time", /^Great hall/]);
  await page.getByRole("combobox", { name: "Room" }).selectOption({ label: "Every room" });
  await expect(columns(page)).toHaveCount(4);
  await page.getByRole("button", { name: "Hide Great hall" }).click();
  await expect(frame(page), "the button is gone with its column").toBeFocused();
  await expect(columns(page)).toHaveText(["Time", /^Yard/, /^Elsewhere/]);
  await expect(page.getByRole("status").filter({ hasText: "1 room hidden" })).toBeVisible();
  expect(await keptIn(page)).toMatchObject({ "meridian/gnm2021/set/hidden": "hall" });
  await page.reload();
  await expect(columns(page)).toHaveText(["Time", /^Yard/, /^Elsewhere/]);
  await page.getByRole("searchbox", { name: "Search" }).fill("Asia regional");
  await expect(columns(page)).toHaveText(["Time", /^Yard/]);
  const views = page.getByRole("navigation", { name: "Views of this day" });
  await views.getByRole("link", { name: "List" }).click();
  await expect(page).toHaveURL(`${DAY}?q=Asia%20regional`);
  await views.getByRole("link", { name: "Grid" }).click();
  await expect(page).toHaveURL(`${DAY}?view=grid&q=Asia%20regional`);
  await page.getByRole("button", { name: "Clear the filter" }).click();
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(columns(page)).toHaveCount(4);
  await expect(frame(page)).toBeFocused();
  await expect(page.getByRole("button", { name: "Show all" })).toHaveCount(0);
  await columns(page).getByRole("link", { name: "Great hall" }).click();
  await expect(page).toHaveURL("/rooms/hall/");
});

test("on a phone the table alone scrolls, by keyboard too, and head and hours stay in sight", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await withRooms(page, (agenda) => {
    const thirty = Array.from({ length: 30 }, (_, index) => ({ id: `r${index}`, title: `Room ${index}` }));
    agenda.rooms.push(...thirty);
    const [first] = agenda.sessions.filter(({ id }) => id === "wed-asia");
    const copies = thirty.map(({ id }, index) => {
      const hour = String(9 + (index % 9)).padStart(2, "0");
      const [start, end] = [`2021-06-30T${hour}:00:00+02:00`, `2021-06-30T${hour}:20:00+02:00`];
      return { ...first, id: `copy-${index}`, title: `Copy ${index}`, room: id, start, end, talks: [], links: [], repeats: [] };
    });
    agenda.sessions.push(...copies);
  });
  await visit(page, `${DAY}?view=grid`);
  await expect(columns(page)).toHaveCount(34);
  expect(await sideways(page)).toBe(0);
  await frame(page).focus();
  for (let press = 0; press < 6; press++) {
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
  }
  await expect.poll(() => frame(page).evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(100);
  await expect.poll(() => frame(page).evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(100);
  const places = await frame(page).evaluate((frame) => {
    const box = (element) => element.getBoundingClientRect();
    const [head, hour] = [frame.querySelector("thead th:nth-child(5)"), frame.querySelector("tbody tr:nth-child(9) th")];
    return { top: box(head).y - box(frame).y, left: box(hour).x - box(frame).x };
  });
  expect(places.top).toBeLessThanOrEqual(2);
  expect(places.left).toBeLessThanOrEqual(2);
  expect(await sideways(page)).toBe(0);
});

test.describe("far away", () => {
  test.use({ timezoneId: "America/Bogota" });

  test("hours are the visitor’s, without rooms themes stand across, and a file has the list", async ({ page, request }) => {
    expect(await (await request.get(DAY)).text()).not.toContain("<table");
    await visit(page, "/programme/2021-06-28/?view=grid");
    await expect(columns(page)).toHaveText(["Time", new RegExp(`^${THEME}`), /^No theme/]);
    await expect(table(page).getByRole("rowheader").first()).toHaveText("02:00, in your night");
    await expect(cell(page, "mon-theme-1")).toContainText("07:00 to 08:30");
    await page.getByRole("checkbox", { name: "Not in my night" }).check();
    await expect(page).toHaveURL("/programme/2021-06-28/?awake&view=grid");
    await expect(table(page).getByRole("rowheader").first()).toHaveText("07:00");
  });
});
