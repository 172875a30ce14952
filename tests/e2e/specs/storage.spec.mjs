// What the visitor keeps, when the browser will not play along: nothing is lost that could be kept, and nobody is
// left unaware.
import { expect, test } from "@playwright/test";
import { plant } from "../built.mjs";
import { visit } from "../helpers.mjs";
import {
  BLOCKED, FULL, OBIS, PANEL, STAR_OBIS, STAR_PANEL, comeBack, fill, isStarred, kept, main, nav, notice,
  starOf, textOf,
} from "../storage.mjs";

test.describe("blocked", () => {
  const ways = {
    "reading `localStorage` throws": () => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("The operation is insecure.", "SecurityError");
        },
      });
    },
    "`localStorage` is null": () => {
      Object.defineProperty(window, "localStorage", { get: () => null });
    },
    "every use of it throws": () => {
      const refuse = () => {
        throw new DOMException("Access is denied for this document.", "SecurityError");
      };
      for (const name of ["getItem", "setItem", "removeItem", "clear", "key"]) Storage.prototype[name] = refuse;
      Object.defineProperty(Storage.prototype, "length", { get: refuse });
    },
  };
  for (const [way, block] of Object.entries(ways)) {
    test(`${way}: a star lasts in memory, and the visitor is told once`, async ({ page }) => {
      const crashes = [];
      page.on("pageerror", (error) => crashes.push(error.message));
      await page.addInitScript(block);
      await visit(page, "/programme/");
      await expect(notice(page, BLOCKED), "nothing was asked to be kept yet").toHaveCount(0);
      await starOf(page, OBIS).click();
      await isStarred(page, OBIS);
      await expect(notice(page, BLOCKED)).toHaveCount(1);
      await starOf(page, PANEL).click();
      await isStarred(page, PANEL);
      await expect(notice(page, BLOCKED)).toHaveCount(1);
      await nav(page, /^My schedule/).click();
      await expect(main(page).getByRole("article").getByRole("heading", { level: 3 })).toHaveText([PANEL, OBIS]);
      await expect(main(page).getByText(/your schedule lasts until you close this page/)).toBeVisible();
      await page.getByRole("button", { name: "Dismiss" }).click();
      await expect(notice(page, BLOCKED)).toHaveCount(0);
      await starOf(page, PANEL).click();
      await isStarred(page, PANEL, false);
      await expect(notice(page, BLOCKED), "what was dismissed is not said again").toHaveCount(0);
      expect(crashes).toEqual([]);
    });
  }

  test("settings last as long as the page", async ({ page }) => {
    await page.addInitScript(ways["reading `localStorage` throws"]);
    await page.goto("/");
    await page.getByRole("button", { name: /^Times:/ }).click();
    await page.getByRole("radio", { name: "Dark" }).check();
    await page.keyboard.press("Escape");
    await nav(page, "Programme").click();
    await expect(page.getByRole("heading", { level: 1, name: "Programme" })).toBeVisible();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("dark");
  });

  test("reading works and only writing is refused", async ({ page }) => {
    await plant(page, { [STAR_OBIS]: "1 5 on" });
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      };
    });
    await page.goto("/programme/");
    await isStarred(page, OBIS);
    await starOf(page, PANEL).click();
    await isStarred(page, PANEL);
    await expect(page.getByRole("status").getByText(/lasts? only until you close this page/)).toBeVisible();
  });
});

test.describe("full", () => {
  /** `window.full` decides whether writing fails. */
  const canBeFull = (page) =>
    page.addInitScript(() => {
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = function (...args) {
        if (window.full) throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
        return setItem.apply(this, args);
      };
    });
  const setFull = (page, full) => page.evaluate((full) => void (window.full = full), full);

  test("a star is shown, its fate is said, and it is saved once there is room", async ({ page }) => {
    await canBeFull(page);
    await page.goto("/programme/");
    await setFull(page, true);
    await starOf(page, OBIS).click();
    await isStarred(page, OBIS);
    await expect(notice(page, FULL)).toHaveCount(1);
    await starOf(page, PANEL).click();
    await isStarred(page, PANEL);
    await expect(notice(page, FULL)).toHaveCount(1);
    expect(await kept(page)).toEqual({});
    await setFull(page, false);
    await comeBack(page);
    await expect(notice(page, FULL)).toHaveCount(0);
    expect(Object.keys(await kept(page)).sort()).toEqual([STAR_PANEL, STAR_OBIS]);
    await page.reload();
    await isStarred(page, OBIS);
    await isStarred(page, PANEL);
  });

  test("the next star saves the earlier one as well", async ({ page }) => {
    await canBeFull(page);
    await page.goto("/programme/");
    await setFull(page, true);
    await starOf(page, OBIS).click();
    await expect(notice(page, FULL)).toBeVisible();
    await setFull(page, false);
    await starOf(page, PANEL).click();
    await expect(notice(page, FULL)).toHaveCount(0);
    expect(await textOf(page, STAR_OBIS)).toMatch(/^1 \d+ on$/);
    expect(await textOf(page, STAR_PANEL)).toMatch(/^1 \d+ on$/);
  });

  test("a star that could not be taken away is taken away once there is room", async ({ page }) => {
    await canBeFull(page);
    await plant(page, { [STAR_OBIS]: "1 5 on" });
    await page.goto("/programme/");
    await setFull(page, true);
    await starOf(page, OBIS).click();
    await isStarred(page, OBIS, false);
    await expect(notice(page, FULL)).toBeVisible();
    expect(await textOf(page, STAR_OBIS)).toBe("1 5 on");
    await setFull(page, false);
    await comeBack(page);
    await expect(notice(page, FULL)).toHaveCount(0);
    expect(await textOf(page, STAR_OBIS)).toMatch(/^1 \d+ off$/);
  });

  test("one of two is saved: the other is still spoken of", async ({ page }) => {
    await page.addInitScript(() => {
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = function (key, text) {
        if (key.endsWith("/thu-obis")) throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
        return setItem.call(this, key, text);
      };
    });
    await page.goto("/programme/");
    await starOf(page, OBIS).click();
    await expect(notice(page, FULL)).toBeVisible();
    await starOf(page, PANEL).click();
    await isStarred(page, PANEL);
    expect(await textOf(page, STAR_PANEL)).toMatch(/^1 \d+ on$/);
    await expect(notice(page, FULL), "the first star is not saved yet").toBeVisible();
  });

  test("the browser's own limit, lifted in another tab", async ({ page, context }) => {
    await page.goto("/programme/");
    await fill(page);
    await starOf(page, OBIS).click();
    await isStarred(page, OBIS);
    await expect(notice(page, FULL)).toBeVisible();
    const other = await context.newPage();
    await other.goto("/icon.svg");
    await other.evaluate(() => localStorage.removeItem("filler"));
    await expect(notice(page, FULL)).toHaveCount(0);
    expect(await textOf(page, STAR_OBIS)).toMatch(/^1 \d+ on$/);
    await other.goto("/programme/");
    await isStarred(other, OBIS);
  });

  test("a change that its visitor was not told of is not lost to a dismissed notice", async ({ page }) => {
    await canBeFull(page);
    await page.goto("/programme/");
    await setFull(page, true);
    await starOf(page, OBIS).click();
    await page.getByRole("button", { name: "Dismiss" }).click();
    await expect(notice(page, FULL)).toHaveCount(0);
    await setFull(page, false);
    await comeBack(page);
    await expect.poll(() => textOf(page, STAR_OBIS)).toMatch(/^1 \d+ on$/);
  });
});
