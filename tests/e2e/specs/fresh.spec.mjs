// The programme in a tab that stays open: it is asked for now and then, a new one is shown at once
// without taking anything from the visitor, and how old it is can be read.
import { expect, test } from "@playwright/test";
import { readDist, twoFrames } from "../built.mjs";
import { keptIn, readAgenda, ready, visit, withAgenda } from "../helpers.mjs";

test.use({ serviceWorkers: "block", timezoneId: "Asia/Kathmandu" });

const OBIS = "OBIS marine data mobilization session";
const NEW_OBIS = "Marine data, mobilized by OBIS";
const BATTLE = "Nodes vs. helpdesk battle";
const ASIA = "Asia regional breakout session";
const UPDATED = /^The programme was updated/;
const BROKEN = /cannot be read, so you see the previous one/;

const main = (page) => page.getByRole("main");
const h1 = (page) => page.getByRole("heading", { level: 1 });
const starOf = (page, title) => page.getByRole("button", { name: `My schedule: ${title}`, exact: true });
const said = (page, words) => page.getByRole("status").getByText(words);
const search = (page) => page.getByRole("searchbox", { name: "Search" });
const panel = (page) => page.getByRole("dialog", { name: "Times and colours" });
const footer = (page) => page.getByRole("contentinfo");
const pill = (page) => page.getByRole("status").getByText(/^You are offline\./);

/** The programme that the pages were made from, as it is on the server. */
const SAME = String(readDist()["agenda.json"]);

/** The next revision: one session has another name and hour, and the event's last is gone. */
function nextRevision() {
  const agenda = readAgenda();
  const obis = agenda.sessions.find(({ id }) => id === "thu-obis");
  Object.assign(obis, { title: NEW_OBIS, start: "2021-07-01T19:00:00+02:00", end: "2021-07-01T20:30:00+02:00" });
  agenda.sessions = agenda.sessions.filter(({ id }) => id !== "fri-evaluation");
  for (const change of agenda.revision.changes) delete change.sessions;
  agenda.revision.changes.push({ at: "2021-07-08T10:00:00+02:00", text: "The OBIS session begins later." });
  agenda.revision.number += 1;
  return agenda;
}

/** A server whose programme a test can replace; `asked` counts. */
async function programme(page) {
  const server = { answer: { body: SAME }, asked: 0 };
  await page.route("**/agenda.json", async (route) => {
    server.asked += 1;
    if (server.answer === "gone") return route.abort();
    const date = await page.evaluate(() => new Date().toUTCString()).catch(() => new Date().toUTCString());
    await route.fulfill({ contentType: "application/json", headers: { date }, ...server.answer });
  });
  return server;
}

/** Opens a page whose clock a test can move on. */
async function open(page, address) {
  await page.clock.install({ time: new Date("2021-06-20T12:00:30Z") });
  const server = await programme(page);
  await page.goto(address);
  await ready(page);
  return server;
}

/** Puts the next revision, or another answer, on the server, and lets eleven minutes pass. */
async function replace(page, server, answer = { body: JSON.stringify(nextRevision()) }) {
  server.answer = answer;
  const before = server.asked;
  await page.clock.fastForward("11:00");
  await expect.poll(() => server.asked, { message: "it was asked for again" }).toBeGreaterThan(before);
}

test.describe("a new programme", () => {
  test("is shown at the next check, and that is said", async ({ page }) => {
    const server = await open(page, "/programme/");
    await page.evaluate(() => void (window.isSame = true));
    await replace(page, server);
    await expect(main(page).getByRole("heading", { name: NEW_OBIS })).toBeVisible();
    await expect(main(page).getByRole("heading", { name: OBIS })).toHaveCount(0);
    await expect(main(page).getByRole("heading", { name: "Final evaluation" })).toHaveCount(0);
    const card = main(page).getByRole("article").filter({ has: page.getByRole("heading", { name: NEW_OBIS }) });
    await expect(card.getByRole("time")).toHaveText(["22:45 to 00:15", "19:00 to 20:30"]);
    await expect(said(page, UPDATED)).toHaveCount(1);
    await page.getByRole("link", { name: "What changed" }).click();
    await expect(main(page).getByText("The OBIS session begins later.")).toBeInViewport();
    expect(await page.evaluate(() => window.isSame), "without a reload").toBe(true);
  });

  test("is asked for every ten minutes at most, and when the visitor comes back", async ({ page }) => {
    const server = await open(page, "/programme/");
    expect(server.asked).toBe(1);
    const comeBack = () => page.evaluate(() => void document.dispatchEvent(new Event("visibilitychange")));
    await page.clock.fastForward("09:00");
    await comeBack();
    await twoFrames(page);
    expect(server.asked).toBe(1);
    await page.clock.pauseAt(new Date("2021-06-20T12:20:30Z"));
    await expect.poll(() => server.asked, { message: "ten minutes later" }).toBe(2);
    server.answer = { body: JSON.stringify(nextRevision()) };
    await page.evaluate(() => {
      const later = Date.now() + 20 * 60_000;
      Date.now = () => later;
    });
    await comeBack();
    await expect.poll(() => server.asked, { message: "on coming back" }).toBe(3);
    await expect(main(page).getByRole("heading", { name: NEW_OBIS })).toBeVisible();
  });

  test("that is the same is not spoken of", async ({ page }) => {
    const server = await open(page, "/programme/");
    const card = main(page).getByRole("article").first();
    await card.evaluate((element) => void (element.isSame = true));
    await replace(page, server, { body: SAME });
    await expect(footer(page)).toContainText("Checked just now");
    expect(await card.evaluate((element) => element.isSame)).toBe(true);
    await expect(said(page, UPDATED)).toHaveCount(0);
  });

  test("takes no star from the visitor", async ({ page }) => {
    const server = await open(page, "/programme/");
    await starOf(page, OBIS).click();
    await starOf(page, "Final evaluation").click();
    await replace(page, server);
    await expect(starOf(page, NEW_OBIS)).toHaveAttribute("aria-pressed", "true");
    await page.getByRole("link", { name: /^My schedule/ }).first().click();
    await expect(main(page).getByRole("heading", { name: "No longer in the programme" })).toBeVisible();
    const headings = main(page).getByRole("article").getByRole("heading", { name: NEW_OBIS });
    await expect(headings, "among the changes, and on its day").toHaveCount(2);
  });

  for (const hasFocus of [true, false]) {
    test(`keeps what is looked at in place, ${hasFocus ? "and the focus" : "without a focus"}`, async ({ page }) => {
      const server = await open(page, "/programme/");
      if (hasFocus) await starOf(page, ASIA).focus();
      await starOf(page, ASIA).evaluate((star) => star.scrollIntoView({ block: "center" }));
      const before = await starOf(page, ASIA).boundingBox();
      await replace(page, server);
      await expect(starOf(page, NEW_OBIS)).toHaveCount(1);
      await twoFrames(page);
      const after = await starOf(page, ASIA).boundingBox();
      expect(Math.abs(after.y - before.y)).toBeLessThanOrEqual(1);
      if (hasFocus) await expect(starOf(page, ASIA)).toBeFocused();
    });
  }

  test("waits while words are typed, which stay as they are", async ({ page }) => {
    const server = await open(page, "/programme/");
    await search(page).fill("OBIS");
    await search(page).evaluate((field) => field.setSelectionRange(2, 2));
    await replace(page, server);
    await twoFrames(page);
    await expect(search(page)).toHaveValue("OBIS");
    await expect(search(page)).toBeFocused();
    expect(await search(page).evaluate((field) => field.selectionStart)).toBe(2);
    await search(page).blur();
    await replace(page, server);
    await expect(main(page).getByRole("heading", { name: NEW_OBIS })).toBeVisible();
    await expect(search(page)).toHaveValue("OBIS");
  });

  test("waits while text is selected", async ({ page }) => {
    const server = await open(page, "/sessions/thu-qa/");
    await h1(page).evaluate((heading) => window.getSelection().selectAllChildren(heading));
    const text = await page.evaluate(() => String(window.getSelection()));
    await replace(page, server);
    await twoFrames(page);
    expect(await page.evaluate(() => String(window.getSelection()))).toBe(text);
    await page.evaluate(() => window.getSelection().removeAllRanges());
    await replace(page, server);
    await expect(said(page, UPDATED)).toHaveCount(1);
  });

  test("waits while a video plays, and comes when it is left", async ({ page }) => {
    await page.route("https://player.vimeo.com/**", (route) =>
      route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Stub</title>Stub of a player" }),
    );
    const server = await open(page, "/sessions/fri-battle/");
    await main(page).getByRole("button", { name: `Play: ${BATTLE}.` }).click();
    await expect(page.frameLocator("iframe").getByText("Stub of a player")).toBeVisible();
    const frame = await page.locator("iframe").elementHandle();
    await replace(page, server);
    await twoFrames(page);
    expect(await frame.evaluate((frame) => frame.isConnected)).toBe(true);
    await page.getByRole("link", { name: "Programme", exact: true }).click();
    await replace(page, server);
    await expect(main(page).getByRole("heading", { name: NEW_OBIS })).toBeVisible();
  });

  test("does not close what is open", async ({ page }) => {
    const server = await open(page, "/sessions/thu-qa/");
    await page.getByRole("button", { name: /^Times:/ }).click();
    await expect(panel(page)).toBeVisible();
    await replace(page, server);
    await twoFrames(page);
    await expect(panel(page)).toBeVisible();
    await panel(page).getByRole("button", { name: "Done" }).click();
    await replace(page, server);
    await expect(said(page, UPDATED)).toHaveCount(1);
  });

  test("shows on the page of a session that is gone that it is gone", async ({ page }) => {
    const server = await open(page, "/sessions/fri-evaluation/");
    await replace(page, server);
    await expect(h1(page)).toHaveText("Page not found");
  });

  test("of another event starts anew, with that event's stars", async ({ page }) => {
    const server = await open(page, "/programme/");
    await starOf(page, OBIS).click();
    const other = readAgenda();
    other.event.id = "gnm2022";
    const loaded = page.waitForEvent("load");
    await replace(page, server, { body: JSON.stringify(other) });
    await loaded;
    await ready(page);
    await expect(starOf(page, OBIS)).toHaveAttribute("aria-pressed", "false");
    expect(Object.keys(await keptIn(page)).filter((key) => key.includes("/star/"))).toEqual(["meridian/gnm2021/star/thu-obis"]);
  });
});

test("a page that is older than the programme says so once for each change, not at each load", async ({ page }) => {
  const change = (number) => (agenda) => void (agenda.sessions[0].summary = `Changed ${number} times.`);
  await withAgenda(page, change(1));
  await visit(page, "/programme/");
  await expect(said(page, UPDATED)).toHaveCount(1);
  await visit(page, "/mine/");
  await expect(said(page, UPDATED)).toHaveCount(0);
  await withAgenda(page, change(2));
  await visit(page, "/mine/");
  await expect(said(page, UPDATED)).toHaveCount(1);
});

test.describe("a programme that is broken", () => {
  const broken = { "no JSON": "{", "a web page": "<!doctype html><title>Home</title>", empty: "" };
  for (const [what, body] of Object.entries(broken)) {
    test(`(${what}) is not shown, and that is said once`, async ({ page }) => {
      const server = await open(page, "/programme/");
      await replace(page, server, { body });
      await expect(said(page, BROKEN)).toHaveCount(1);
      await expect(main(page).getByRole("heading", { name: OBIS })).toBeVisible();
      await replace(page, server, { body });
      await expect(said(page, BROKEN)).toHaveCount(1);
      await page.getByRole("button", { name: "Dismiss" }).click();
      await replace(page, server, { body });
      await expect(footer(page)).toContainText("Checked");
      await twoFrames(page);
      await expect(said(page, BROKEN), "the same is not said again").toHaveCount(0);
      await replace(page, server);
      await expect(main(page).getByRole("heading", { name: NEW_OBIS })).toBeVisible();
      await expect(said(page, UPDATED)).toHaveCount(1);
    });
  }

  test("is spoken of no more once it is mended", async ({ page }) => {
    const server = await open(page, "/programme/");
    await replace(page, server, { body: "{" });
    await expect(said(page, BROKEN)).toHaveCount(1);
    await replace(page, server, { body: SAME });
    await expect(said(page, BROKEN)).toHaveCount(0);
  });

  for (const [what, answer] of Object.entries({ "is missing": { status: 404 }, "is not answered for": "gone" })) {
    test(`that ${what} for a while changes nothing, and its age can be read`, async ({ page }) => {
      const server = await open(page, "/programme/");
      await expect(footer(page)).toContainText("Checked just now");
      await replace(page, server, answer);
      await expect(footer(page)).toContainText(/Checked 1[01] min ago/);
      await expect(main(page).getByRole("heading", { name: OBIS })).toBeVisible();
      await expect(page.locator(".notice")).toHaveCount(0);
      await replace(page, server);
      await expect(main(page).getByRole("heading", { name: NEW_OBIS })).toBeVisible();
      await expect(footer(page)).toContainText("Checked just now");
    });
  }
});

test.describe("without network", () => {
  test("it is said, with the age of the programme, until there is one again", async ({ page, context }) => {
    const server = await open(page, "/programme/");
    await expect(pill(page)).toHaveCount(0);
    server.answer = "gone";
    await context.setOffline(true);
    await expect(pill(page)).toHaveText("You are offline. The programme is as it was just now.");
    await page.clock.fastForward("03:01:00");
    await expect(pill(page)).toHaveText("You are offline. The programme is as it was 3 h ago.");
    await expect(footer(page)).toContainText("Checked 3 h ago");
    server.answer = { body: JSON.stringify(nextRevision()) };
    await context.setOffline(false);
    await expect(pill(page)).toHaveCount(0);
    await page.clock.fastForward("11:00");
    await expect(main(page).getByRole("heading", { name: NEW_OBIS })).toBeVisible();
    await expect(footer(page)).toContainText("Checked just now");
  });

  test("stars go on, and links too", async ({ page, context }) => {
    const server = await open(page, "/programme/");
    server.answer = "gone";
    await context.setOffline(true);
    await starOf(page, OBIS).click();
    await expect(starOf(page, OBIS)).toHaveAttribute("aria-pressed", "true");
    await main(page).getByRole("link", { name: OBIS, exact: true }).click();
    await expect(h1(page)).toHaveText(OBIS);
    await expect(pill(page)).toBeVisible();
  });
});
