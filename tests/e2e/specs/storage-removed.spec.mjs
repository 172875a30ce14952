// Stars that were removed behind the app's back: the visitor is asked.
import { expect, test } from "@playwright/test";
import { plant } from "../built.mjs";
import { OBIS, PANEL, REMOVED, STAR_OBIS, STAR_PANEL, comeBack, isStarred, kept, notice, starOf, textOf } from "../storage.mjs";

test.describe("removed behind the app's back", () => {
  async function withTwoStars(page, context) {
    await page.goto("/programme/");
    await starOf(page, OBIS).click();
    await starOf(page, PANEL).click();
    await isStarred(page, PANEL);
    const other = await context.newPage();
    await other.goto("/icon.svg");
    return other;
  }
  const keep = (page) => page.getByRole("button", { name: "Keep them" });
  const remove = (page) => page.getByRole("button", { name: "Remove them" });

  test("another tab clears everything: kept again", async ({ page, context }) => {
    const other = await withTwoStars(page, context);
    const before = await kept(page);
    await other.evaluate(() => localStorage.clear());
    await expect(notice(page, REMOVED)).toHaveCount(1);
    await isStarred(page, OBIS);
    await isStarred(page, PANEL);
    expect(await kept(page), "nothing is written before the visitor says so").toEqual({});
    await keep(page).click();
    await expect(notice(page, REMOVED)).toHaveCount(0);
    expect(await kept(page)).toEqual(before);
    await comeBack(page);
    await expect(notice(page, REMOVED)).toHaveCount(0);
    await page.reload();
    await isStarred(page, OBIS);
    await isStarred(page, PANEL);
  });

  test("another tab clears everything: let go", async ({ page, context }) => {
    const other = await withTwoStars(page, context);
    await other.evaluate(() => localStorage.clear());
    await remove(page).click();
    await isStarred(page, OBIS, false);
    await isStarred(page, PANEL, false);
    await expect(notice(page, REMOVED)).toHaveCount(0);
    await comeBack(page);
    await expect(notice(page, REMOVED)).toHaveCount(0);
    expect(await kept(page)).toEqual({});
    await starOf(page, OBIS).click();
    await page.reload();
    await isStarred(page, OBIS);
    await isStarred(page, PANEL, false);
  });

  test("another tab removes one: kept again", async ({ page, context }) => {
    const other = await withTwoStars(page, context);
    const before = await kept(page);
    await other.evaluate((key) => localStorage.removeItem(key), STAR_OBIS);
    await expect(notice(page, REMOVED)).toBeVisible();
    await isStarred(page, OBIS);
    await keep(page).click();
    await expect(notice(page, REMOVED)).toHaveCount(0);
    expect(await kept(page)).toEqual(before);
  });

  test("another tab removes one: let go of that one only", async ({ page, context }) => {
    const other = await withTwoStars(page, context);
    const panel = await textOf(page, STAR_PANEL);
    await other.evaluate((key) => localStorage.removeItem(key), STAR_OBIS);
    await remove(page).click();
    await isStarred(page, OBIS, false);
    await isStarred(page, PANEL);
    expect(await kept(page)).toEqual({ [STAR_PANEL]: panel });
  });

  test("the browser itself clears it: noticed when the visitor comes back", async ({ page, context }) => {
    await withTwoStars(page, context);
    await page.evaluate(() => localStorage.clear());
    await comeBack(page);
    await expect(notice(page, REMOVED)).toBeVisible();
    await keep(page).click();
    expect(Object.keys(await kept(page)).sort()).toEqual([STAR_PANEL, STAR_OBIS]);
  });

  test("a new star is kept meanwhile, and the question stays", async ({ page, context }) => {
    const other = await withTwoStars(page, context);
    await other.evaluate(() => localStorage.clear());
    await expect(notice(page, REMOVED)).toBeVisible();
    await starOf(page, "Final evaluation").click();
    await isStarred(page, "Final evaluation");
    expect(Object.keys(await kept(page))).toEqual(["meridian/gnm2021/star/fri-evaluation"]);
    await expect(notice(page, REMOVED)).toBeVisible();
    await keep(page).click();
    expect(Object.keys(await kept(page))).toHaveLength(3);
  });

  test("an open second tab of the app is asked too, and follows the answer of the first", async ({ page, context }) => {
    const eraser = await withTwoStars(page, context);
    const other = await context.newPage();
    await other.goto("/mine/");
    await isStarred(other, OBIS);
    await eraser.evaluate(() => localStorage.clear());
    await expect(notice(other, REMOVED)).toBeVisible();
    await expect(notice(page, REMOVED)).toBeVisible();
    await keep(page).click();
    await expect(notice(other, REMOVED)).toHaveCount(0);
    await isStarred(other, OBIS);
    await isStarred(other, PANEL);
  });

  test("where nothing was starred any more, nothing is said to be lost", async ({ page, context }) => {
    await page.goto("/programme/");
    await starOf(page, OBIS).click();
    await starOf(page, OBIS).click();
    await isStarred(page, OBIS, false);
    const other = await context.newPage();
    await other.goto("/icon.svg");
    await other.evaluate(() => localStorage.clear());
    // Once this arrives, the removal was seen as well.
    await plant(other, { [STAR_PANEL]: "1 5 on" });
    await isStarred(page, PANEL);
    await expect(notice(page, REMOVED)).toHaveCount(0);
  });
});
