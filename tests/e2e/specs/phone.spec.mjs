// On a phone: sessions come before controls, the menu is near the thumb, and nothing hides what it stands over.
import { expect, test } from "@playwright/test";
import { readAgenda, visit, withAgenda } from "../helpers.mjs";

test.use({ viewport: { width: 390, height: 844 }, timezoneId: "America/Bogota" });

const DURING = "now=2021-06-30T08:30:00Z";
const clockButton = (page) => page.getByRole("button", { name: /^Times: .*Settings$/ });
const filter = (page) => page.getByRole("main").locator("summary").filter({ hasText: "Filter" });
const boxes = (locator) => locator.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));

test("the first session is in the upper third, and search and filters are one press away", async ({ page }) => {
  await visit(page, "/programme/");
  const [first] = await boxes(page.getByRole("article"));
  expect(first.y).toBeLessThan(300);
  const search = page.getByRole("searchbox", { name: "Search" });
  await expect(search).toBeHidden();
  await filter(page).click();
  await search.fill("nodes");
  await page.getByRole("combobox", { name: "Theme" }).selectOption("theme-1");
  await expect(filter(page)).toHaveText("Filter 2");
  await visit(page, "/programme/?kind=demo");
  await expect(filter(page), "what narrows is counted while it is folded").toHaveText("Filter 1");
  await expect(page.getByRole("article")).toHaveCount(readAgenda().sessions.filter(({ kind }) => kind === "demo").length);
});

test("the days stand in one row that scrolls", async ({ page }) => {
  await visit(page, "/programme/");
  const days = page.getByRole("navigation", { name: "Days" });
  const rows = new Set((await boxes(days.getByRole("link"))).map(({ y }) => y));
  expect(rows.size).toBe(1);
  await days.getByRole("link", { name: "Fri 2" }).click();
  await expect(page).toHaveURL("/programme/2021-07-02/");
});

test("during the event today is marked, Now leads to what is on, and its way in is on its card", async ({ page }) => {
  await withAgenda(page, ({ sessions }) => {
    sessions.find(({ id }) => id === "wed-asia").join = "https://rooms.example/asia";
  });
  await visit(page, `/programme/?${DURING}`);
  const days = page.getByRole("navigation", { name: "Days" });
  await expect(days.getByText("today")).toHaveCount(5);
  await expect(days.getByRole("link", { name: "Wed 30 today" })).toBeVisible();
  await expect(days.getByRole("link", { name: "Thu 1", exact: true })).toHaveCount(1);
  await days.getByRole("link", { name: "Now" }).click();
  await expect(page).toHaveURL(/\/programme\/2021-06-30\/\?now=.*#at-wed-eca$/);
  const card = (title) => page.getByRole("article").filter({ has: page.getByRole("heading", { name: title }) });
  const europe = card("Europe and Central Asia regional");
  await expect(europe.getByText("On now")).toBeInViewport();
  await expect(europe.getByRole("link", { name: "Join now" }), "without a room there is no way in").toHaveCount(0);
  const join = card(/^Asia regional/).getByRole("link", { name: "Join now" });
  await expect(join).toHaveAttribute("href", "https://rooms.example/asia");
  await visit(page, "/programme/?now=2021-06-30T12:00:00Z");
  await expect(page.getByRole("link", { name: "Join now" }), "not once it is over").toBeHidden();
  await visit(page, "/programme/?now=2021-07-09T12:00:00Z");
  await expect(days.getByRole("link", { name: "Now" })).toBeHidden();
});

for (const size of ["100%", "200%"]) {
  test(`the head and the menu stay in sight and cut nothing off at ${size} text`, async ({ page }) => {
    await page.addInitScript((size) => {
      document.addEventListener("DOMContentLoaded", () => (document.documentElement.style.fontSize = size));
    }, size);
    await visit(page, "/programme/");
    await page.mouse.wheel(0, 900);
    await expect(clockButton(page)).toBeInViewport({ ratio: 1 });
    const menu = page.getByRole("navigation", { name: "Main" });
    await expect(menu).toBeInViewport({ ratio: 1 });
    for (const bar of [page.getByRole("banner"), menu]) {
      expect(await bar.evaluate((bar) => getComputedStyle(bar).backgroundColor)).not.toMatch(/\/ 0\)|, 0\)|transparent/);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const { width } = await clockButton(page).boundingBox();
    expect(width, "as narrow as icon and city need").toBeLessThan(size === "100%" ? 120 : 240);
  });
}

test("the last words of a page stand clear of the menu", async ({ page }) => {
  await visit(page, "/programme/");
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const about = await page.getByRole("link", { name: "About, privacy and data" }).boundingBox();
  const menu = await page.getByRole("navigation", { name: "Main" }).boundingBox();
  expect(about.y + about.height).toBeLessThanOrEqual(menu.y);
});

for (const [width, path] of [[320, "/programme/"], [390, "/"], [1280, "/sessions/mon-theme-1/"]]) {
  test(`the labels of day bands never overlap: ${path} at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await visit(page, path);
    const overlaps = await page.locator(".band__hours").evaluateAll((all) =>
      all.flatMap((hours) => {
        const range = document.createRange();
        const rects = [...hours.children].map((label) => (range.selectNodeContents(label), range.getBoundingClientRect()));
        return rects.flatMap((one, index) =>
          rects.slice(index + 1).filter((other) => one.right > other.left && other.right > one.left && one.bottom > other.top + 1 && other.bottom > one.top + 1),
        );
      }),
    );
    expect(overlaps).toEqual([]);
  });
}
