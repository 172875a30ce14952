// What the visitor keeps, when the browser or another tab will not play along:
// nothing is lost that could be kept, and nobody is left unaware.
import { expect, test } from "@playwright/test";
import { plant } from "../built.mjs";
import { keptIn, ready, visit } from "../helpers.mjs";

const OBIS = "OBIS marine data mobilization session";
const PANEL = "Theme 1 panel: The role of nodes in GBIF’s next strategic period";
const STAR_OBIS = "meridian/gnm2021/star/thu-obis";
const STAR_PANEL = "meridian/gnm2021/star/mon-theme-1";
const ASIDE_OBIS = "meridian/gnm2021/aside/star/thu-obis";

const BLOCKED = /stores nothing for this site, so your stars last only until you close this page/;
const FULL = /has no room left/;
const UNREADABLE = /could not be read/;
const NEWER = /newer version of the app/;
const REMOVED = /were removed from this browser/;

const main = (page) => page.getByRole("main");
const starOf = (page, title) => page.getByRole("button", { name: `My schedule: ${title}`, exact: true });
const notice = (page, words) => page.getByRole("status").getByText(words);
const nav = (page, name) => page.getByRole("navigation", { name: "Main" }).getByRole("link", { name });

/** The app shows it so; before, no star is on. */
async function isStarred(page, title, starred = true) {
  await ready(page);
  await expect(starOf(page, title)).toHaveAttribute("aria-pressed", String(starred));
}

/** Everything in localStorage, by key. */
const kept = keptIn;
const textOf = (page, key) => page.evaluate((key) => localStorage.getItem(key), key);

/** Looks again, as when the visitor comes back to the tab. */
const comeBack = (page) => page.evaluate(() => void document.dispatchEvent(new Event("visibilitychange")));

/** Fills localStorage to the last character. */
const fill = (page) =>
  page.evaluate(() => {
    let text = "";
    for (let size = 8 * 1024 * 1024; size >= 1; size /= 2) {
      try {
        localStorage.setItem("filler", text + "x".repeat(size));
        text += "x".repeat(size);
      } catch {
        // Half as much may fit.
      }
    }
  });

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

test.describe("settings", () => {
  const open = (page) => page.getByRole("button", { name: /^Times:/ }).click();
  const radio = (page, name) => page.getByRole("radio", { name });

  test("survive a reload, a chosen zone too", async ({ page }) => {
    await page.goto("/programme/");
    await open(page);
    await radio(page, "2:00 pm").check();
    await radio(page, "Dark").check();
    await radio(page, /^Venue/).check();
    await page.reload();
    await expect(page.getByRole("time").or(main(page).locator("time")).first()).toHaveText(/am|pm/);
    await open(page);
    await expect(radio(page, "2:00 pm")).toBeChecked();
    await expect(radio(page, "Dark")).toBeChecked();
    await expect(radio(page, /^Venue/)).toBeChecked();
    await page.getByRole("searchbox", { name: "Another place" }).fill("kathm");
    await page.getByRole("button", { name: /Kathmandu|Katmandu/ }).click();
    await page.reload();
    await open(page);
    await expect(radio(page, /(Kathmandu|Katmandu), beside the venue/)).toBeChecked();
  });

  test("words that mean nothing fall back", async ({ page }) => {
    const crashes = [];
    page.on("pageerror", (error) => crashes.push(error.message));
    const edited = {
      "meridian/gnm2021/set/colours": "purple",
      "meridian/gnm2021/set/hours": "thirteen",
      "meridian/gnm2021/set/clock": "sundial",
    };
    await plant(page, edited);
    await page.goto("/programme/");
    await open(page);
    await expect(radio(page, "As my device")).toBeChecked();
    await expect(radio(page, "Automatic")).toBeChecked();
    await expect(radio(page, "Mine and the venue’s")).toBeChecked();
    const scheme = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
    expect(scheme, "as the device").toBe("light dark");
    expect(crashes).toEqual([]);
  });

  test("a zone that does not exist falls back", async ({ page }) => {
    await plant(page, { "meridian/gnm2021/set/clock": "zone:Mars/Base" });
    await visit(page, "/programme/2021-07-01/");
    await expect(main(page).locator("time").first()).toHaveText("14:00–15:30");
    await open(page);
    await expect(radio(page, "Mine and the venue’s")).toBeChecked();
    await expect(page.getByText(/Base/)).toHaveCount(0);
  });
});
