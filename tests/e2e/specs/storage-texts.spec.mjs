// What lies in the storage is not what this version wrote: it is corrupt, newer, or of sessions that are gone.
import { expect, test } from "@playwright/test";
import { plant } from "../built.mjs";
import { ready } from "../helpers.mjs";
import {
  ASIDE_OBIS, NEWER, OBIS, PANEL, STAR_OBIS, STAR_PANEL, UNREADABLE, comeBack, fill, isStarred, kept, main,
  notice, starOf, textOf,
} from "../storage.mjs";

test.describe("corrupt", () => {
  // Which texts are corrupt: crates/agenda (bookmarks).
  test("counts as starred, is copied aside once, and is said once", async ({ page }) => {
    const ids = ["thu-obis", "mon-theme-1", "mon-demo-1", "tue-demo-2", "wed-asia", "fri-battle", "fri-evaluation"];
    const texts = ["garbage", "", "1 5 maybe", '{"on":false}', "0 5 on", "1 -5 on", "1 5 on more"];
    const corrupt = Object.fromEntries(ids.map((id, index) => [`meridian/gnm2021/star/${id}`, texts[index]]));
    const aside = Object.fromEntries(ids.map((id, index) => [`meridian/gnm2021/aside/star/${id}`, texts[index]]));
    await plant(page, corrupt);
    await page.goto("/programme/");
    await isStarred(page, OBIS);
    await expect(main(page).getByRole("button", { name: /^My schedule: /, pressed: true })).toHaveCount(ids.length);
    await expect(notice(page, UNREADABLE)).toHaveCount(1);
    expect(await kept(page)).toEqual({ ...corrupt, ...aside });
    await comeBack(page);
    await page.reload();
    await isStarred(page, OBIS);
    await expect(notice(page, UNREADABLE), "said at the first sight only").toHaveCount(0);
    expect(await kept(page)).toEqual({ ...corrupt, ...aside });
  });

  test("the star can be taken away, and the copy stays", async ({ page }) => {
    await plant(page, { [STAR_OBIS]: "garbage" });
    await page.goto("/programme/");
    await isStarred(page, OBIS);
    await starOf(page, OBIS).click();
    await isStarred(page, OBIS, false);
    expect(await textOf(page, STAR_OBIS)).toMatch(/^1 \d+ off$/);
    expect(await textOf(page, ASIDE_OBIS)).toBe("garbage");
    await page.reload();
    await isStarred(page, OBIS, false);
  });

  test("the others are unharmed", async ({ page }) => {
    await plant(page, { [STAR_OBIS]: "garbage", [STAR_PANEL]: "1 5 on" });
    await page.goto("/mine/");
    await expect(main(page).getByRole("article").getByRole("heading", { level: 3 })).toHaveText([PANEL, OBIS]);
    expect(await textOf(page, STAR_PANEL)).toBe("1 5 on");
  });

  test("it turns corrupt while the page knows better: what is known wins", async ({ page, context }) => {
    await page.goto("/programme/");
    await starOf(page, OBIS).click();
    await starOf(page, OBIS).click();
    await isStarred(page, OBIS, false);
    const other = await context.newPage();
    await plant(other, { [STAR_OBIS]: "garbage" });
    await expect(notice(page, UNREADABLE)).toBeVisible();
    await isStarred(page, OBIS, false);
    expect(await textOf(page, ASIDE_OBIS)).toBe("garbage");
  });

  test("without room for a copy nothing untrue is said, and the text is not destroyed", async ({ page }) => {
    const text = "garbage".repeat(100);
    await plant(page, { [STAR_OBIS]: text });
    await fill(page);
    await page.goto("/programme/");
    await isStarred(page, OBIS);
    expect(await textOf(page, ASIDE_OBIS)).toBeNull();
    await expect(page.getByRole("status").getByText(/a copy was saved/)).toHaveCount(0);
    // The new text is shorter and would fit in its place.
    await starOf(page, OBIS).click();
    await isStarred(page, OBIS, false);
    expect(Object.values(await kept(page)), "the text is somewhere").toContain(text);
  });
});

test.describe("newer version", () => {
  // Which texts are of a newer version: crates/agenda (bookmarks).
  test("is shown, and refuses to be changed", async ({ page }) => {
    const ids = { "thu-obis": OBIS, "mon-theme-1": PANEL, "fri-battle": "Nodes vs. helpdesk battle", "fri-evaluation": "Final evaluation" };
    const texts = ["2 99 on extra", "2 99 on", '3 {"note":"front row"}', "2 99 on maybe note"];
    const newer = Object.fromEntries(Object.keys(ids).map((id, index) => [`meridian/gnm2021/star/${id}`, texts[index]]));
    await plant(page, newer);
    await page.goto("/programme/");
    for (const title of Object.values(ids)) {
      await isStarred(page, title);
      await expect(notice(page, NEWER)).toHaveCount(0);
      await starOf(page, title).click();
      await expect(notice(page, NEWER)).toHaveCount(1);
      await isStarred(page, title);
      await page.getByRole("button", { name: "Reload" }).click();
      await expect(notice(page, NEWER)).toHaveCount(0);
    }
    await isStarred(page, OBIS);
    await comeBack(page);
    expect(await kept(page)).toEqual(newer);
  });

  test("one that was taken away there is shown as taken away", async ({ page }) => {
    await plant(page, { [STAR_OBIS]: "2 99 off extra", [STAR_PANEL]: "1 5 on" });
    await page.goto("/programme/");
    await isStarred(page, PANEL);
    await isStarred(page, OBIS, false);
    await starOf(page, OBIS).click();
    await expect(notice(page, NEWER)).toBeVisible();
    expect(await textOf(page, STAR_OBIS)).toBe("2 99 off extra");
  });

  test("a newer tab takes an item over while this one is open", async ({ page, context }) => {
    await page.goto("/programme/");
    await starOf(page, OBIS).click();
    await isStarred(page, OBIS);
    const other = await context.newPage();
    await plant(other, { [STAR_OBIS]: "2 99 off extra" });
    await isStarred(page, OBIS, false);
    await starOf(page, OBIS).click();
    await expect(notice(page, NEWER)).toBeVisible();
    expect(await textOf(page, STAR_OBIS)).toBe("2 99 off extra");
  });
});

test.describe("unknown ids", () => {
  const GONE = "meridian/gnm2021/star/gone-session";

  test("are kept, listed, and removable", async ({ page }) => {
    await plant(page, { [GONE]: "1 5 on", [STAR_OBIS]: "1 5 on" });
    await page.goto("/mine/");
    const region = main(page).locator("section").filter({
      has: page.getByRole("heading", { name: "No longer in the programme" }),
    });
    await expect(region.getByRole("listitem")).toHaveCount(1);
    await expect(region).toContainText("gone-session");
    await starOf(page, OBIS).click();
    expect(await textOf(page, GONE)).toBe("1 5 on");
    await page.reload();
    await expect(region).toContainText("gone-session");
    await region.getByRole("button", { name: "Remove gone-session" }).click();
    await expect(page.getByRole("heading", { name: "No longer in the programme" })).toHaveCount(0);
    expect(await textOf(page, GONE)).toMatch(/^1 \d+ off$/);
    await page.reload();
    await ready(page);
    await expect(page.getByRole("heading", { level: 1, name: "My schedule" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "No longer in the programme" })).toHaveCount(0);
  });

  test("a session that returns is still starred", async ({ page }) => {
    await page.route("**/agenda.json", async (route) => {
      const agenda = await (await route.fetch()).json();
      agenda.sessions = agenda.sessions.filter((session) => session.id !== "thu-obis");
      for (const session of agenda.sessions) delete session.repeats;
      await route.fulfill({ json: agenda });
    });
    await plant(page, { [STAR_OBIS]: "1 5 on" });
    await page.goto("/mine/");
    await expect(page.getByRole("heading", { name: "No longer in the programme" })).toBeVisible();
    await page.unroute("**/agenda.json");
    await page.reload();
    await isStarred(page, OBIS);
    await expect(page.getByRole("heading", { name: "No longer in the programme" })).toHaveCount(0);
  });

  test("any name is shown as text", async ({ page }) => {
    const id = `<img src=x onerror="window.ran=1">/../${"x".repeat(300)}`;
    await plant(page, { [`meridian/gnm2021/star/${id}`]: "1 5 on" });
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto("/mine/");
    await expect(main(page).getByText(id)).toBeVisible();
    expect(await page.evaluate(() => window.ran)).toBeUndefined();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  test("keys of others are left alone", async ({ page }) => {
    const others = {
      "meridian/other2022/star/thu-obis": "1 5 on",
      "meridian/gnm2021/plan/x": "something newer",
      "meridian/gnm2021/star/": "1 5 on",
      theme: "dark",
    };
    await plant(page, others);
    await page.goto("/programme/");
    await isStarred(page, OBIS, false);
    await starOf(page, PANEL).click();
    await isStarred(page, PANEL);
    expect(await kept(page)).toMatchObject(others);
  });
});
