// What an attendee does with what they starred: notes, maybes, reminders, undo,
// changes told, a backup, and paper.
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { plant as plantKeys } from "../built.mjs";
import { anchorOf } from "../code.mjs";
import { ready, visit, withAgenda } from "../helpers.mjs";

const OBIS = "OBIS marine data mobilization session";
const BATTLE = "Nodes vs. helpdesk battle";
const PREFIX = "meridian/gnm2021/";

// In Copenhagen 19:00 on 1 July is 17:00 UTC; the session was moved to 16:00 UTC on 30 June.
const BEFORE_THE_MOVE = `1 5 on 2021-07-01T17:00:00Z 2021-07-01T18:30:00Z confirmed\n\n${OBIS}`;

const main = (page) => page.getByRole("main");
const h1 = (page) => page.getByRole("heading", { level: 1 });
const starOf = (page, title) => page.getByRole("button", { name: `My schedule: ${title}`, exact: true }).first();
const changes = (page) => main(page).locator("section").filter({ has: page.getByRole("heading", { name: "Changes" }) });
const status = (page, words) => page.getByRole("status").getByText(words);
const textOf = (page, key) => page.evaluate((key) => localStorage.getItem(key), PREFIX + key);

/** What was noted on a card, which opens its controls. */
const noted = (page, title) =>
  main(page).getByRole("article").filter({ has: page.getByRole("heading", { name: title, exact: true }) }).locator(".bookmarked > summary");

/** Puts texts of the event into localStorage before the app runs. */
const plant = (page, texts) =>
  plantKeys(page, Object.fromEntries(Object.entries(texts).map(([key, text]) => [PREFIX + key, text])));

test.describe("what I note", () => {
  test("about a session stays: maybe, a note, a reminder", async ({ page }) => {
    await plant(page, { "star/thu-obis": "1 5 on" });
    await visit(page, "/mine/");
    await expect(noted(page, OBIS)).toHaveText(/^Note or reminder/);
    await noted(page, OBIS).click();
    await main(page).getByRole("button", { name: `Maybe: ${OBIS}` }).click();
    await main(page).getByRole("textbox", { name: `Your note: ${OBIS}` }).fill("ask about maps\nand “tides”");
    await main(page).getByRole("combobox", { name: `Reminder in your calendar: ${OBIS}` }).selectOption("15");
    await page.reload();
    await ready(page);
    await expect(noted(page, OBIS), "filled in while it is folded").toHaveText("Maybe · Reminder 15 min before · ask about maps and “tides”");
    await noted(page, OBIS).click();
    await expect(main(page).getByRole("button", { name: `Maybe: ${OBIS}` })).toHaveAttribute("aria-pressed", "true");
    await expect(main(page).getByRole("textbox", { name: `Your note: ${OBIS}` })).toHaveValue("ask about maps\nand “tides”");
    await expect(main(page).getByRole("combobox", { name: `Reminder in your calendar: ${OBIS}` })).toHaveValue("15");
  });

  test("is on the page of the session too, once it is starred", async ({ page }) => {
    await visit(page, "/sessions/thu-obis/");
    await main(page).getByText("My note and reminder").click();
    await expect(main(page).getByText("Star this session to note something about it.")).toBeVisible();
    await starOf(page, OBIS).click();
    await main(page).getByRole("textbox", { name: `Your note: ${OBIS}` }).fill("tides");
    expect(await textOf(page, "note/thu-obis")).toMatch(/^1 \d+ on tides$/);
  });

  test("in two tabs is kept in both, each change of each", async ({ page, context }) => {
    await plant(page, { "star/thu-obis": "1 5 on", "star/fri-battle": "1 5 on" });
    const other = await context.newPage();
    await Promise.all([visit(page, "/mine/"), visit(other, "/mine/")]);
    for (const [tab, title] of [[page, OBIS], [page, BATTLE], [other, OBIS], [other, BATTLE]]) await noted(tab, title).click();
    await main(page).getByRole("textbox", { name: `Your note: ${OBIS}` }).fill("one");
    await main(other).getByRole("button", { name: `Maybe: ${OBIS}` }).click();
    await main(other).getByRole("textbox", { name: `Your note: ${BATTLE}` }).fill("two");
    for (const tab of [page, other]) {
      await expect(main(tab).getByRole("textbox", { name: `Your note: ${OBIS}` })).toHaveValue("one");
      await expect(main(tab).getByRole("textbox", { name: `Your note: ${BATTLE}` })).toHaveValue("two");
      await expect(main(tab).getByRole("button", { name: `Maybe: ${OBIS}` })).toHaveAttribute("aria-pressed", "true");
    }
  });
});

test.describe("taking a star away", () => {
  test("can be undone, wherever it was done, and its note is there again", async ({ page }) => {
    await plant(page, { "star/thu-obis": "1 5 on", "note/thu-obis": "1 5 on tides" });
    await visit(page, "/programme/");
    await starOf(page, OBIS).click();
    await expect(status(page, `“${OBIS}” is off your schedule.`)).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(starOf(page, OBIS)).toHaveAttribute("aria-pressed", "true");
    await expect(status(page, /is off your schedule/)).toHaveCount(0);
    expect(await textOf(page, "note/thu-obis")).toBe("1 5 on tides");
  });

  test("twice is told twice, and the second is what can be undone", async ({ page }) => {
    await plant(page, { "star/thu-obis": "1 5 on", "star/fri-battle": "1 5 on" });
    await visit(page, "/programme/");
    await starOf(page, OBIS).click();
    await expect(status(page, `“${OBIS}” is off your schedule.`)).toBeVisible();
    await starOf(page, BATTLE).click();
    await expect(status(page, /is off your schedule/)).toHaveText([`“${BATTLE}” is off your schedule.`]);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(starOf(page, BATTLE)).toHaveAttribute("aria-pressed", "true");
    await expect(starOf(page, OBIS)).toHaveAttribute("aria-pressed", "false");
  });
});

test.describe("a change of the programme", () => {
  test("is told with before and after, in my time, until I mark it as read", async ({ page }) => {
    await plant(page, { "star/thu-obis": "1 5 on", "known/thu-obis": BEFORE_THE_MOVE });
    await visit(page, "/");
    await expect(status(page, "Sessions that you starred have changed.")).toBeVisible();
    await page.getByRole("link", { name: "See the changes" }).click();
    await expect(changes(page)).toContainText(
      "Moved. It was Thursday 1 July, 19:00 to 20:30 (Copenhagen · venue and you); " +
        "it is now Thursday 1 July, 18:00 to 19:30 (Copenhagen · venue and you).",
    );
    await changes(page).getByRole("button", { name: `Mark as read: ${OBIS}` }).click();
    await expect(changes(page)).toHaveCount(0);
    await visit(page, "/");
    await expect(status(page, "Sessions that you starred have changed.")).toHaveCount(0);
  });

  test("of a session that I did not star is not told", async ({ page }) => {
    await plant(page, { "star/fri-battle": "1 5 on", "known/thu-obis": BEFORE_THE_MOVE });
    await visit(page, "/mine/");
    await expect(main(page).getByRole("heading", { name: BATTLE })).toBeVisible();
    await expect(changes(page)).toHaveCount(0);
  });

  test("each kind is said, and all can be acknowledged at once", async ({ page }) => {
    await visit(page, "/programme/");
    for (const title of [OBIS, BATTLE, "Final evaluation", "Asia regional breakout session"]) await starOf(page, title).click();
    await withAgenda(page, (agenda) => {
      const session = (id) => agenda.sessions.find((session) => session.id === id);
      session("thu-obis").title = "Marine data";
      session("fri-battle").status = "cancelled";
      agenda.rooms = [...(agenda.rooms ?? []), { id: "hall", title: "The hall" }];
      session("wed-asia").room = "hall";
      agenda.sessions = agenda.sessions.filter(({ id }) => id !== "fri-evaluation");
    });
    await visit(page, "/mine/");
    await expect(changes(page)).toContainText(`It was called “${OBIS}”; it is now “Marine data”.`);
    await expect(changes(page)).toContainText("Cancelled. It would have been Friday 2 July, 16:00 to 17:00");
    await expect(changes(page)).toContainText("It is now in The hall");
    await expect(changes(page)).toContainText("It is no longer in the programme.");
    await changes(page).getByRole("button", { name: "Mark all as read" }).click();
    await expect(changes(page)).toHaveCount(0);
    // The one that is gone stays, with what was known, until it is removed.
    const gone = main(page).locator("section").filter({ hasText: "No longer in the programme" });
    await expect(gone).toContainText("Final evaluation. It would have been Friday 2 July, 17:00 to 17:30");
    await page.unroute("**/agenda.json");
    await visit(page, "/mine/");
    await expect(changes(page)).toContainText("It is back in the programme: Friday 2 July, 17:00 to 17:30");
    await expect(changes(page)).toContainText("It takes place after all.");
  });

  test("that took a session away leaves it to me to remove it, and that can be undone", async ({ page }) => {
    await plant(page, { "star/nowhere": "1 5 on" });
    await visit(page, "/mine/");
    await main(page).getByRole("button", { name: "Remove nowhere" }).click();
    await expect(main(page).getByRole("button", { name: "Remove nowhere" })).toHaveCount(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(main(page).getByRole("button", { name: "Remove nowhere" })).toBeVisible();
  });
});

test.describe("a backup", () => {
  const choose = (page, text, name = "backup.json") =>
    page.locator("#restore").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });

  /** Saves a backup, and returns its text. */
  async function save(page) {
    const download = page.waitForEvent("download");
    await main(page).getByRole("button", { name: "Save a backup" }).click();
    return readFileSync(await (await download).path(), "utf8");
  }

  test("brings everything into an empty browser, after a preview", async ({ page, browser }) => {
    await plant(page, {
      "star/thu-obis": "1 5 on",
      "star/gone": "1 5 on",
      "note/thu-obis": "1 6 on ask\nabout “maps”",
      "watched/battle": "1 7 on",
      "set/clock": "venue",
    });
    await visit(page, "/mine/");
    const text = await save(page);
    const context = await browser.newContext({ timezoneId: "Asia/Kathmandu" });
    const other = await context.newPage();
    await visit(other, "/mine/");
    await choose(other, text);
    await expect(status(other, "The file contains 2 stars, 2 new; 1 note, 1 new; 1 watched mark, 1 new.")).toBeVisible();
    expect(await textOf(other, "star/thu-obis")).toBeNull();
    await other.getByRole("button", { name: "Restore", exact: true }).click();
    await expect(noted(other, OBIS)).toHaveText("ask about “maps”");
    await expect(main(other).getByRole("button", { name: "Remove gone" })).toBeVisible();
    await expect(main(other).getByRole("article").first()).not.toContainText("Kathmandu");
    await context.close();
  });

  test("takes nothing from what I have, and can be undone", async ({ page }) => {
    await plant(page, { "star/thu-obis": "1 5 on" });
    await visit(page, "/mine/");
    const text = await save(page);
    await starOf(page, OBIS).click();
    await visit(page, "/programme/");
    await starOf(page, BATTLE).click();
    await visit(page, "/mine/");
    await choose(page, text);
    await page.getByRole("button", { name: "Restore", exact: true }).click();
    await expect(main(page).getByRole("heading", { name: OBIS })).toBeVisible();
    await expect(starOf(page, BATTLE)).toHaveAttribute("aria-pressed", "true");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(starOf(page, OBIS)).toHaveAttribute("aria-pressed", "false");
  });

  const refusals = {
    "is cut off": [(text) => text.slice(0, -20), /That backup is damaged/],
    "is of a newer version": [(text) => text.replace('"version": 1', '"version": 9'), /A newer version of this app wrote/],
    "is of another event": [(text) => text.replaceAll("gnm2021", "gnm2023"), /belongs to another event \(“gnm2023”\)/],
    "is something else": [() => "Dear diary", /is not a backup of this app/],
  };
  test("that is damaged, newer, another event's or something else is refused, and changes nothing", async ({ page }) => {
    await plant(page, { "star/thu-obis": "1 5 on" });
    await visit(page, "/mine/");
    const text = await save(page);
    const before = await page.evaluate(() => ({ ...localStorage }));
    for (const [what, [change, words]] of Object.entries(refusals)) {
      await choose(page, change(text));
      await expect(status(page, words), what).toBeVisible();
      await expect(page.getByRole("button", { name: "Restore", exact: true })).toHaveCount(0);
      expect(await page.evaluate(() => ({ ...localStorage }))).toEqual(before);
    }
  });
});

test.describe("a crash", () => {
  const ids = ["mon-theme-1", "thu-obis", "fri-battle"];

  // Each session is two items: its star, and what was known of it.
  for (const writes of [0, 1, 2, 3, 6]) {
    test(`after ${writes} of 6 writes leaves whole items, and what was lacking is written at the next start`, async ({ page, context }) => {
      await page.addInitScript((writes) => {
        const { setItem } = Storage.prototype;
        let left = writes;
        Storage.prototype.setItem = function (key, text) {
          if (left > 0) setItem.call(this, key, text);
          left -= 1;
        };
      }, writes);
      await visit(page, `/mine/${anchorOf(ids)}`);
      await page.getByRole("button", { name: "Add them to mine" }).click();
      await expect(h1(page)).toHaveText("My schedule");
      await page.close();
      const next = await context.newPage();
      await visit(next, "/mine/");
      const keys = await next.evaluate(() => Object.keys(localStorage));
      const on = (kind) => keys.filter((key) => key.includes(`/${kind}/`)).map((key) => key.split("/").pop()).sort();
      expect(on("star")).toEqual(ids.slice(0, Math.ceil(writes / 2)).sort());
      expect(on("known")).toEqual(on("star"));
      await expect(main(next).getByRole("article")).toHaveCount(Math.ceil(writes / 2));
      await expect(next.getByRole("status").getByText(/could not be read|no room/)).toHaveCount(0);
    });
  }
});

test("5,000 stars are shown, saved and toggled", async ({ page }) => {
  const stars = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`star/s${index}`, "1 5 on"]));
  await plant(page, { ...stars, "star/thu-obis": "1 5 on" });
  await visit(page, "/programme/");
  await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: /My schedule/ })).toContainText("5001");
  await starOf(page, BATTLE).click();
  await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: /My schedule/ })).toContainText("5002");
  expect(await textOf(page, "star/fri-battle")).toMatch(/^1 \d+ on$/);
});

test.describe("on paper", () => {
  test("there are the sessions, both clocks and the code of the link, and no controls", async ({ page }) => {
    await plant(page, { "star/thu-obis": "1 5 on", "star/fri-battle": "1 5 on" });
    await page.emulateMedia({ media: "print" });
    await visit(page, "/mine/");
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await expect(main(page).getByRole("img", { name: "QR code of the link" })).toBeVisible();
    await expect(main(page).getByRole("heading", { name: OBIS })).toBeVisible();
    await expect(page.getByRole("button")).toHaveCount(0);
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    await expect(main(page).getByRole("img", { name: "QR code of the link" })).toHaveCount(0);
  });
});
