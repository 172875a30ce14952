// Links: a schedule or a session handed on as text, by the share sheet and as a QR code, and what becomes
// of a schedule where such a link is opened.
import { expect, test } from "@playwright/test";
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { expectAccessible, expectAccessibleInBoth } from "../axe.mjs";
import { plant } from "../built.mjs";
import { anchorOf } from "../code.mjs";
import { visit, withAgenda } from "../helpers.mjs";

const OBIS = "OBIS marine data mobilization session";
const PANEL = "Theme 1 panel: The role of nodes in GBIF’s next strategic period";
const EVALUATION = "Final evaluation";

const main = (page) => page.getByRole("main");
const h1 = (page) => page.getByRole("heading", { level: 1 });
const titles = (page) => main(page).getByRole("article").getByRole("heading", { level: 3 });
const starOf = (page, title) => page.getByRole("button", { name: `My schedule: ${title}`, exact: true });
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
const field = (page) => page.getByRole("textbox", { name: "Link" });
const qr = (page) => page.getByRole("img", { name: "QR code of the link" });
const parts = (page) => main(page).locator(".compare > li");

const star = (page, ...ids) =>
  plant(page, Object.fromEntries(ids.map((id) => [`meridian/gnm2021/star/${id}`, "1 5 on"])));

/** What the visitor keeps, as storage has it: the ids that are starred. */
const stars = (page) =>
  page.evaluate(() => {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith("meridian/gnm2021/star/"));
    return keys.filter((key) => localStorage[key].endsWith(" on")).map((key) => key.split("/").pop()).sort();
  });

/** Opens my schedule and the ways to hand it on; returns the link. */
async function shareMine(page) {
  await page.goto("/mine/");
  await press(page, "Share my schedule");
  return field(page).inputValue();
}

/** What an independent reader makes of the code on the screen. */
async function read(page) {
  const { data, width, height } = PNG.sync.read(await qr(page).screenshot());
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
}

test("a schedule goes from one browser to another in a link, each with its own clock", async ({ page, browser }) => {
  await star(page, "mon-theme-1", "thu-obis");
  const link = await shareMine(page);
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/mine\/#~[A-Za-z0-9_-]+$/);
  expect(link.length).toBeLessThan(60);
  const context = await browser.newContext({ timezoneId: "Asia/Kathmandu" });
  const other = await context.newPage();
  await visit(other, link);
  await expect(h1(other)).toHaveText("A schedule was shared with you");
  await expect(titles(other)).toHaveText([PANEL, OBIS]);
  await expect(main(other).getByText("2 sessions.", { exact: true })).toBeVisible();
  await expect(main(other).getByText(/never sent to a server/)).toBeVisible();
  await expect(main(other).locator(".when").first()).toContainText("Kathmandu");
  expect(await stars(other), "nothing changes before a button is pressed").toEqual([]);
  await expect(other.getByRole("button", { name: /instead of mine|Compare/ }), "there is none of their own").toHaveCount(0);
  await press(other, "Add them to mine");
  await expect(h1(other)).toHaveText("My schedule");
  await expect(other).toHaveURL(/\/mine\/$/);
  await expect(titles(other)).toHaveText([PANEL, OBIS]);
  expect(await stars(other)).toEqual(["mon-theme-1", "thu-obis"]);
  await context.close();
});

test("added to mine, told once, and undone", async ({ page }) => {
  await star(page, "mon-theme-1", "fri-evaluation");
  await visit(page, `/mine/${anchorOf(["mon-theme-1", "thu-obis"])}`);
  await expect(main(page).getByText("2 sessions. You have 1 of them already.")).toBeVisible();
  await expect(starOf(page, PANEL)).toHaveAttribute("aria-pressed", "true");
  await expect(starOf(page, OBIS)).toHaveAttribute("aria-pressed", "false");
  await press(page, "Add them to mine");
  const told = page.getByRole("status").getByText("They were added to your schedule.");
  await expect(told, "who cannot see hears of it").toBeVisible();
  expect(await stars(page)).toEqual(["fri-evaluation", "mon-theme-1", "thu-obis"]);
  await press(page, "Undo");
  await expect(told).toHaveCount(0);
  expect(await stars(page), "what was there before stays").toEqual(["fri-evaluation", "mon-theme-1"]);
  await page.reload();
  await expect(titles(page)).toHaveText([PANEL, EVALUATION]);
});

test("used instead of mine, and undone; what vanished from the programme stays", async ({ page }) => {
  await star(page, "mon-theme-1", "fri-evaluation", "gone-session");
  await visit(page, `/mine/${anchorOf(["mon-theme-1", "thu-obis"])}`);
  await press(page, "Use it instead of mine");
  await expect(titles(page)).toHaveText([PANEL, OBIS]);
  expect(await stars(page)).toEqual(["gone-session", "mon-theme-1", "thu-obis"]);
  await press(page, "Undo");
  await expect(titles(page)).toContainText([PANEL, EVALUATION]);
  expect(await stars(page)).toEqual(["fri-evaluation", "gone-session", "mon-theme-1"]);
});

test("both are compared day by day, with the time that is free for both", async ({ page }) => {
  await star(page, "mon-theme-1", "fri-evaluation");
  await visit(page, `/mine/${anchorOf(["mon-theme-1", "thu-obis"])}`);
  await press(page, "Compare with mine");
  await expect(main(page).getByRole("heading", { level: 2 })).toHaveText([/28 June/, /1 July/, /2 July/]);
  const part = (text) => parts(page).filter({ hasText: text });
  await expect(part(PANEL)).toContainText("Both of you");
  await expect(part(OBIS)).toContainText("Only theirs");
  await expect(part(EVALUATION)).toContainText("Only mine");
  await expect(part("Free, both of you").first()).toContainText("Copenhagen");
  // Every free stretch lies beside every session of either.
  const spans = await parts(page).evaluateAll((parts) => parts.map((part) => part.querySelector("time").dateTime));
  expect(spans).toEqual([...spans].sort());
  expect(await stars(page)).toEqual(["fri-evaluation", "mon-theme-1"]);
  await press(page, "Compare with mine");
  await expect(titles(page)).toHaveText([PANEL, OBIS]);
});

test("a comparison has two columns where there is room, and one where there is none", async ({ page }) => {
  await star(page, "fri-evaluation");
  await visit(page, `/mine/${anchorOf(["fri-battle"])}`);
  await press(page, "Compare with mine");
  const left = async (text) => (await parts(page).filter({ hasText: text }).first().boundingBox()).x;
  expect(await left("Only theirs")).toBeGreaterThan((await left("Only mine")) + 200);
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await left("Only theirs")).toBe(await left("Only mine"));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test("what this programme does not have is counted", async ({ page }) => {
  await visit(page, `/mine/${anchorOf(["thu-obis", "gone", "gone-too"])}`);
  await expect(main(page).getByText("3 sessions. 2 of them are not in this programme now.")).toBeVisible();
  await expect(titles(page)).toHaveText([OBIS]);
  await press(page, "Add them to mine");
  expect(await stars(page)).toEqual(["thu-obis"]);
});

test("a programme that has grown and lost sessions still knows an old link", async ({ page }) => {
  await withAgenda(page, (agenda) => {
    agenda.revision.changes = [];
    agenda.sessions = agenda.sessions.filter(({ id }) => id !== "mon-theme-1").reverse();
    const copy = { ...agenda.sessions[0], talks: [], recordings: [], repeats: [] };
    agenda.sessions.push({ ...copy, id: "new-one" }, { ...copy, id: "new-two" });
    for (const session of agenda.sessions) session.repeats = [];
  });
  await visit(page, `/mine/${anchorOf(["thu-obis", "mon-theme-1"])}`);
  await expect(titles(page)).toHaveText([OBIS]);
  await expect(main(page).getByText(/1 of them is not in this programme now/)).toBeVisible();
});

const whole = anchorOf(["thu-obis", "mon-theme-1"]);
const refusals = {
  "cut off": [whole.slice(0, -3), "This link is damaged"],
  "with another letter": [whole.replace(/.(?=.{5}$)/, (letter) => (letter === "A" ? "B" : "A")), "This link is damaged"],
  "with nothing": ["#~", "This link is damaged"],
  "with all but letters": ["#~%F0%9F%8C%8D%00<b>", "This link is damaged"],
  "of another event": [anchorOf(["thu-obis"], { event: "gnm2022" }), "This link belongs to another event"],
  "of a newer version": [anchorOf(["thu-obis"], { version: 2 }), "This link is newer than this app"],
};
test("an address that a program on its way has changed leads to what was meant", async ({ page }) => {
  const whole = anchorOf(["mon-theme-1", "thu-obis"]);
  const code = whole.slice(2);
  const shared = "A schedule was shared with you";
  for (const [arrived, meant, heading] of [
    [`/mine/%23~${code}`, `/mine/${whole}`, shared],
    [`/mine/%2523%257E${code}%29.?utm_source=mail`, `/mine/${whole}`, shared],
    [`/mine/#%257E${code}).`, `/mine/${whole}`, shared],
    ["/sessions/thu-obis/).", "/sessions/thu-obis/", OBIS],
    ["/sessions/thu-obis/%23obis-welcome,", "/sessions/thu-obis/#obis-welcome", OBIS],
    ["/sessions/thu-obis/?fbclid=Iw&utm_medium=x", "/sessions/thu-obis/", OBIS],
    [`/mine/%23~${code.slice(0, -3)}`, `/mine/${whole.slice(0, -3)}`, "This link is damaged"],
    ["/mine/%23", "/mine/#~", "This link is damaged"],
  ]) {
    await page.goto("about:blank");
    await visit(page, arrived);
    await expect(h1(page), arrived).toHaveText(heading);
    expect(new URL(page.url()).href, arrived).toBe(new URL(meant, page.url()).href);
  }
  await page.goto("/sessions/gone/).");
  await expect(h1(page)).toHaveText("Page not found");
  // A link that is pasted over another one, in the same tab.
  await visit(page, "/mine/");
  await page.evaluate((anchor) => void (location.hash = anchor), `#%2523%257E${code}).`);
  await expect(h1(page)).toHaveText(shared);
});

test("a link that is damaged, newer or another event's is refused in words, and changes nothing", async ({ page }) => {
  await star(page, "fri-battle");
  for (const [name, [anchor, heading]] of Object.entries(refusals)) {
    await visit(page, "/mine/");
    await expect(titles(page)).toHaveCount(1);
    await page.evaluate((anchor) => (location.hash = anchor), anchor);
    await expect(h1(page), name).toHaveText(heading);
    await expect(titles(page)).toHaveCount(0);
    expect(await stars(page)).toEqual(["fri-battle"]);
  }
  await visit(page, `/mine/${whole.slice(0, -3)}`);
  await expect(h1(page)).toHaveText("This link is damaged");
  await expectAccessible(page);
  await page.getByRole("link", { name: "To my schedule" }).click();
  await expect(titles(page)).toHaveCount(1);
});

test("a link that is pasted into an open tab is shown, and Back leads away from it", async ({ page }) => {
  await star(page, "fri-battle");
  await visit(page, "/mine/");
  await page.evaluate((anchor) => (location.hash = anchor), anchorOf(["thu-obis"]));
  await expect(h1(page)).toHaveText("A schedule was shared with you");
  await page.evaluate((anchor) => (location.hash = anchor), anchorOf(["mon-theme-1"]));
  await expect(titles(page)).toHaveText([PANEL]);
  await page.goBack();
  await expect(titles(page)).toHaveText([OBIS]);
  await page.goBack();
  await expect(h1(page)).toHaveText("My schedule");
  await page.goForward();
  await expect(titles(page)).toHaveText([OBIS]);
  await page.reload();
  await expect(titles(page)).toHaveText([OBIS]);
});

test("everything is reached by keyboard", async ({ page }) => {
  await star(page, "fri-battle");
  await visit(page, "/mine/");
  const share = page.getByRole("button", { name: "Share my schedule" });
  await share.focus();
  await expect(share).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("Enter");
  await expect(share).toHaveAttribute("aria-expanded", "true");
  await expect(share).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Copy the link" })).toBeFocused();
  await share.focus();
  await page.keyboard.press("Space");
  await expect(field(page)).toHaveCount(0);
  await visit(page, `/mine/${anchorOf(["thu-obis"])}`);
  await page.getByRole("button", { name: "Add them to mine" }).focus();
  await page.keyboard.press("Enter");
  await expect(h1(page)).toHaveText("My schedule");
  await expect(h1(page)).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => stars(page)).toEqual(["fri-battle"]);
});

test("the link that is open follows the stars, and is another one to copy", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await star(page, "thu-obis", "fri-evaluation");
  const both = await shareMine(page);
  await press(page, "Copy the link");
  const copied = page.getByRole("status").filter({ hasText: "Copied." });
  await expect(copied).toBeVisible();
  await starOf(page, OBIS).click();
  await expect(field(page)).not.toHaveValue(both);
  await expect(copied).toHaveCount(0);
  const one = await field(page).inputValue();
  expect(one).toContain(anchorOf(["fri-evaluation"]));
  await expect.poll(() => read(page)).toBe(one);
});

test("the link is copied, and said to be; a refusal is said too", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await star(page, "fri-battle");
  const link = await shareMine(page);
  await press(page, "Copy the link");
  await expect(page.getByRole("status").filter({ hasText: "Copied." })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("no"))));
  await press(page, "Copy the link");
  await expect(page.getByText(/did not allow copying/)).toBeVisible();
});

test("the share sheet gets title and address; where there is neither, the link stands as text", async ({ page }) => {
  await page.addInitScript(() => {
    navigator.share = (data) => Promise.resolve(void (window.sent = data));
  });
  await visit(page, "/sessions/thu-obis/?now=2021-06-28T12:10:00Z");
  await expect(qr(page)).toHaveCount(0);
  await press(page, "Share this session");
  const link = await field(page).inputValue();
  expect(new URL(link).pathname + new URL(link).search, "without the moment that is shown").toBe("/sessions/thu-obis/");
  await press(page, "Send it …");
  expect(await page.evaluate(() => window.sent)).toEqual({ title: OBIS, url: link });
  await page.addInitScript(() => {
    for (const name of ["share", "clipboard"]) Object.defineProperty(navigator, name, { value: undefined });
  });
  await page.reload();
  await press(page, "Share this session");
  await expect(field(page)).toHaveValue(link);
  await expect(page.getByRole("button", { name: /Copy the link|Send it/ })).toHaveCount(0);
  expect(await read(page)).toBe(link);
});

const seen = {
  "the ways to share are open": (page) => shareMine(page),
  "a schedule was shared": (page) => visit(page, `/mine/${anchorOf(["mon-theme-1", "thu-obis", "gone"])}`),
  "two schedules are compared": async (page) => {
    await visit(page, `/mine/${anchorOf(["mon-theme-1", "thu-obis"])}`);
    await press(page, "Compare with mine");
  },
  "a schedule was added": async (page) => {
    await visit(page, `/mine/${anchorOf(["mon-theme-1", "thu-obis"])}`);
    await press(page, "Add them to mine");
  },
};
for (const [name, open] of Object.entries(seen)) {
  test(`axe finds nothing where ${name}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await star(page, "mon-theme-1", "fri-evaluation");
    await open(page);
    await expectAccessibleInBoth(page);
  });
}

/** A programme of 1,100 sessions. */
const manySessions = (agenda) => {
  const plain = { ...agenda.sessions[0], talks: [], recordings: [], repeats: [], links: [], notes: [] };
  for (let index = agenda.sessions.length; index < 1100; index += 1) agenda.sessions.push({ ...plain, id: `more-${index}` });
};

const SCREENS = {
  "on a phone, light": { width: 360, colorScheme: "light" },
  "on a phone, dark": { width: 360, colorScheme: "dark" },
  "on a wide screen, light": { width: 1280, colorScheme: "light" },
  "on a wide screen, dark": { width: 1280, colorScheme: "dark" },
  "in forced colours": { width: 1280, colorScheme: "dark", forcedColors: "active" },
};

test("a reader of QR codes reads the link from every screen, a short one and the longest", async ({ page }) => {
  const readEverywhere = async (link) => {
    for (const [name, { width, ...media }] of Object.entries(SCREENS)) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia(media);
      expect(await read(page), name).toBe(link);
      const { width: side } = await qr(page).boundingBox();
      const [, , modules] = (await qr(page).getAttribute("viewBox")).split(" ").map(Number);
      expect(side / modules, "pixels a module").toBeGreaterThanOrEqual(3);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await page.emulateMedia({ forcedColors: "none" });
  };
  await star(page, "fri-battle", "thu-obis");
  await readEverywhere(await shareMine(page));
  await withAgenda(page, manySessions);
  await star(page, ...Array.from({ length: 298 }, (_, index) => `more-${20 + index * 3}`));
  const long = await shareMine(page);
  expect(long.length).toBeGreaterThan(650);
  expect(long.length).toBeLessThanOrEqual(800);
  await readEverywhere(long);
});
