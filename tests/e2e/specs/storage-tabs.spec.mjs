// Two tabs and a clock that was set back: each change counts, and none is lost.
import { expect, test } from "@playwright/test";
import { plant } from "../built.mjs";
import { OBIS, PANEL, REMOVED, STAR_OBIS, comeBack, isStarred, kept, main, nav, notice, starOf, textOf } from "../storage.mjs";

test.describe("two tabs", () => {
  test("each sees what the other does", async ({ page, context }) => {
    const other = await context.newPage();
    await page.goto("/programme/");
    await other.goto("/sessions/thu-obis/");
    await starOf(page, OBIS).click();
    await isStarred(other, OBIS);
    await starOf(other, OBIS).click();
    await isStarred(page, OBIS, false);
    await starOf(page, PANEL).click();
    await nav(other, /^My schedule/).click();
    await isStarred(other, PANEL);
    await starOf(other, PANEL).click();
    await isStarred(page, PANEL, false);
    for (const tab of [page, other]) await expect(notice(tab, REMOVED)).toHaveCount(0);
  });

  test("forty changes made at once in both lose none", async ({ page, context }) => {
    const tabs = [page, await context.newPage()];
    for (const tab of tabs) await tab.goto("/programme/");
    const titles = await main(page).getByRole("article").getByRole("heading", { level: 3 }).allTextContents();
    expect(titles).toHaveLength(18);
    // Each tab stars its own half, then takes every other one of those away again, then stars some of those again.
    const halves = tabs.map((_, half) => titles.filter((_, index) => index % 2 === half));
    const changes = (half) => [...half, ...half.filter((_, index) => index % 2 === 0), ...half.slice(0, 6)];
    expect(halves.flatMap(changes)).toHaveLength(40);
    // Pressed from inside, one task after the other, so that the two tabs write as fast as they can.
    const press = async (titles) => {
      for (const title of titles) {
        document.querySelector(`main button[aria-label="My schedule: ${title}"]`).click();
        await new Promise((next) => setTimeout(next));
      }
    };
    await Promise.all(tabs.map((tab, index) => tab.evaluate(press, changes(halves[index]))));
    const clicks = (title) => halves.flatMap(changes).filter((changed) => changed === title).length;
    const starred = titles.filter((title) => clicks(title) % 2 === 1);
    for (const tab of tabs) {
      for (const title of titles) await isStarred(tab, title, starred.includes(title));
      await expect(notice(tab, REMOVED)).toHaveCount(0);
      await tab.goto("/mine/");
      const shown = main(tab).getByRole("article").getByRole("heading", { level: 3 });
      await expect(shown).toHaveText(starred);
    }
    expect(Object.values(await kept(page)).filter((text) => / on$/.test(text))).toHaveLength(starred.length);
    expect(Object.keys(await kept(page))).toHaveLength(18);
  });

  test("what is watched in one is watched in the other", async ({ page, context }) => {
    const other = await context.newPage();
    await page.goto("/watch/");
    await other.goto("/sessions/thu-obis/");
    const name = "Watched: OBIS-GBIF introduction";
    await other.getByRole("button", { name, exact: true }).click();
    await expect(page.getByRole("button", { name, exact: true })).toHaveAttribute("aria-pressed", "true");
    await expect(main(page).getByText(/^You have watched 1 of /)).toBeVisible();
  });

  test("a setting counts in the other too", async ({ page, context }) => {
    const other = await context.newPage();
    await page.goto("/");
    await other.goto("/");
    await other.getByRole("button", { name: /^Times:/ }).click();
    await other.getByRole("radio", { name: "Dark" }).check();
    await expect
      .poll(() => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme))
      .toBe("dark");
  });
});

test.describe("a clock that was set back", () => {
  const setClock = (page, iso) => page.evaluate((iso) => void (Date.now = () => Date.parse(iso)), iso);

  test("the later change wins in the same tab", async ({ page }) => {
    await page.goto("/programme/");
    await setClock(page, "2031-01-01T00:00:00Z");
    await starOf(page, OBIS).click();
    await setClock(page, "2020-01-01T00:00:00Z");
    await starOf(page, OBIS).click();
    await isStarred(page, OBIS, false);
    await comeBack(page);
    await isStarred(page, OBIS, false);
    await page.reload();
    await isStarred(page, OBIS, false);
  });

  test("the later change wins in another tab", async ({ page, context }) => {
    const other = await context.newPage();
    await page.goto("/programme/");
    await other.goto("/programme/");
    await setClock(page, "2031-01-01T00:00:00Z");
    await starOf(page, OBIS).click();
    await isStarred(other, OBIS);
    await setClock(other, "2020-01-01T00:00:00Z");
    await starOf(other, OBIS).click();
    await isStarred(other, OBIS, false);
    await isStarred(page, OBIS, false);
    await comeBack(page);
    await isStarred(page, OBIS, false);
    expect(await textOf(page, STAR_OBIS)).toMatch(/ off$/);
  });

  test("an item from the far future can still be changed", async ({ page }) => {
    await plant(page, { [STAR_OBIS]: "1 4000000000000 on" });
    await page.goto("/programme/");
    await isStarred(page, OBIS);
    await starOf(page, OBIS).click();
    await isStarred(page, OBIS, false);
    expect(await textOf(page, STAR_OBIS)).toBe("1 4000000000001 off");
    await page.reload();
    await isStarred(page, OBIS, false);
  });
});
