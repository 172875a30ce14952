// The agenda does not come or comes broken: the page can be read as it was published, says what and where, and offers a
// way on.
import { expect, test } from "@playwright/test";
import { holdAgenda, keptIn, readAgenda, ready, visit, withAgenda } from "../helpers.mjs";

const EVENT = "Global Nodes Meeting 2021";
const OBIS = "OBIS marine data mobilization session";
const READABLE = "You can read this page as it was published, with times at the venue.";
const SAFE = "What you starred is safe in this browser.";

// An address without a file, as of a session that was added after the site was built.
const UNKNOWN = "/sessions/not-built/";

const main = (page) => page.getByRole("main");
const h1 = (page) => page.getByRole("heading", { level: 1 });
const trouble = (page) => page.getByRole("alert");

const forHost = (page) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: "For the host of this site" }) });

const tryAgain = (page) => page.getByRole("button", { name: "Try again" });
const fault = (page) => forHost(page).locator("code");
const starOf = (page, title) => page.getByRole("button", { name: `My schedule: ${title}`, exact: true });

/** Serves this in place of the agenda until it is mended. */
async function withAnswer(page, answer) {
  await page.route("**/agenda.json", (route) => route.fulfill(answer));
}

/** Serves this text as the agenda. */
const withText = (page, body) => withAnswer(page, { contentType: "application/json", body });

/** The page of that heading is there to be read, and one message says why it is no more than that. */
async function expectProblem(page, heading = EVENT) {
  await expect(trouble(page)).toHaveCount(1);
  await expect(trouble(page)).toContainText(READABLE);
  await expect(trouble(page)).toContainText(SAFE);
  await expect(trouble(page).getByRole("button", { name: "Try again" })).toBeVisible();
  await expect(h1(page)).toHaveText(heading);
  await expect(page).toHaveTitle(heading === EVENT ? EVENT : `${heading} · ${EVENT}`);
}

/** There is nothing to be read, and the page says so. */
async function expectUnavailable(page) {
  await expect(h1(page)).toHaveText("The programme is not available");
  await expect(page).toHaveTitle(/not available/);
  await expect(tryAgain(page)).toBeVisible();
  await expect(page.getByText(/There is no page at this address/), "nobody can know").toHaveCount(0);
  await expect(page.getByText(READABLE)).toHaveCount(0);
}

/** It is as it was published: whole, with its links, at the venue's times, and with nothing to press in vain. */
async function staysReadable(page) {
  const { length } = readAgenda().sessions;
  await expect(main(page).getByRole("article")).toHaveCount(length);
  await expect(main(page).getByRole("time")).toHaveCount(length);
  await expect(page.getByRole("button")).toHaveText(["Try again"]);
  for (const role of ["searchbox", "combobox", "checkbox", "radio"]) await expect(page.getByRole(role), role).toHaveCount(0);
}

const ANSWERS = {
  "is missing": [{ status: 404, body: "Not found" }, "status 404", "could not be loaded: the server answered with an error"],
  "meets a failing server": [{ status: 503, body: "Busy" }, "status 503", "could not be loaded: the server answered with an error"],
  "is a web page": [{ contentType: "text/html", body: "<!doctype html><title>Home</title>" }, "a web page", "cannot be read"],
  "is empty": [{ contentType: "application/json", body: "" }, "is empty", "cannot be read"],
  "is blank": [{ contentType: "application/json", body: " \n\t\n" }, "is empty", "cannot be read"],
};

test.describe("the file", () => {
  test("is missing, is no agenda: words for visitor and host beside the page, once, and a way on", async ({ page }) => {
    for (const [what, [answer, forTheHost, forVisitors]] of Object.entries(ANSWERS)) {
      await withAnswer(page, answer);
      await page.goto("/programme/");
      await expectProblem(page, "Programme");
      await expect(trouble(page), what).toContainText(`The newest programme ${forVisitors}`);
      await expect(fault(page), what).toHaveText(new RegExp(`agenda\\.json.*${forTheHost}`));
      await staysReadable(page);
      await page.unroute("**/agenda.json");
      await tryAgain(page).click();
      await ready(page);
      await expect(h1(page)).toHaveText("Programme");
      await expect(trouble(page)).toHaveCount(0);
    }
  });

  test("and there is no page to be read: words for visitor and host, and a way on", async ({ page }) => {
    for (const what of ["is missing", "is empty"]) {
      const [answer, forTheHost] = ANSWERS[what];
      await withAnswer(page, answer);
      await page.goto(UNKNOWN);
      await expectUnavailable(page);
      await expect(main(page).getByText(/through no fault of yours/)).toBeVisible();
      await expect(fault(page)).toContainText(forTheHost);
      await page.keyboard.press("Tab");
      await expect(tryAgain(page), "it is the first stop").toBeFocused();
      await page.unroute("**/agenda.json");
      await page.keyboard.press("Enter");
      await expect(h1(page)).toHaveText("Page not found");
    }
  });

  test("cannot be reached: the visitor can read on, and the host is not blamed", async ({ page }) => {
    await page.route("**/agenda.json", (route) => route.abort());
    await page.goto("/sessions/thu-obis/");
    await expectProblem(page, OBIS);
    await expect(trouble(page)).toContainText("The newest programme could not be loaded: the server did not answer");
    await expect(forHost(page)).toHaveCount(0);
    await expect(main(page)).toContainText(readAgenda().sessions.find(({ id }) => id === "thu-obis").talks[0].title);
    await page.unroute("**/agenda.json");
    await tryAgain(page).click();
    await ready(page);
    await expect(h1(page), "the page that was asked for").toHaveText(OBIS);
    await expect(trouble(page)).toHaveCount(0);
  });

  test("cannot be reached, and there is no page to be read: the visitor can act", async ({ page }) => {
    await page.route("**/agenda.json", (route) => route.abort());
    await page.goto(UNKNOWN);
    await expectUnavailable(page);
    await expect(main(page).getByText(/the server did not answer\. Check your connection/)).toBeVisible();
    await expect(forHost(page)).toHaveCount(0);
    await page.unroute("**/agenda.json");
    await withAgenda(page, (agenda) => {
      agenda.sessions.push({ ...agenda.sessions[0], id: "not-built", title: "Added later", repeats: [] });
    });
    await tryAgain(page).click();
    await expect(h1(page), "the page that was asked for").toHaveText("Added later");
  });

  test("“Try again” is reached by keyboard after the page, and in vain says the same again", async ({ page }) => {
    let asked = 0;
    await page.route("**/agenda.json", (route) => {
      asked += 1;
      return route.fulfill({ status: 404, body: "" });
    });
    await page.goto("/mine/");
    await expectProblem(page, "My schedule");
    const before = asked;
    await tryAgain(page).click();
    await expect.poll(() => asked).toBeGreaterThan(before);
    await expectProblem(page, "My schedule");
    await page.getByRole("contentinfo").getByRole("link").last().focus();
    await page.keyboard.press("Tab");
    await expect(tryAgain(page)).toBeFocused();
    await page.unroute("**/agenda.json");
    await page.keyboard.press("Enter");
    await ready(page);
    await expect(h1(page)).toHaveText("My schedule");
    await expect(trouble(page)).toHaveCount(0);
  });

  test("the message lies over no link, and links lead on", async ({ page }) => {
    await withText(page, "");
    for (const [width, height] of [[320, 480], [1280, 800]]) {
      await page.setViewportSize({ width, height });
      await page.goto("/programme/");
      await expectProblem(page, "Programme");
      await page.getByRole("link", { name: "About, privacy and data" }).click();
      await expectProblem(page, "About");
    }
  });

  test("what was starred before is kept", async ({ page }) => {
    const release = await holdAgenda(page, { contentType: "application/json", body: "" });
    await page.goto("/programme/");
    await starOf(page, OBIS).click();
    release();
    await expectProblem(page, "Programme");
    await expect(page.locator("[aria-busy]")).toHaveCount(0);
    await expect(page.getByRole("button")).toHaveText(["Try again"]);
    expect(Object.keys(await keptIn(page))).toEqual(["meridian/gnm2021/star/thu-obis"]);
    await page.unroute("**/agenda.json");
    await tryAgain(page).click();
    await ready(page);
    await expect(starOf(page, OBIS)).toHaveAttribute("aria-pressed", "true");
  });

  test("what was starred is untouched meanwhile", async ({ page }) => {
    await page.goto("/programme/");
    await starOf(page, OBIS).click();
    await expect(starOf(page, OBIS)).toHaveAttribute("aria-pressed", "true");
    const before = await keptIn(page);
    expect(Object.keys(before)).toEqual(["meridian/gnm2021/star/thu-obis"]);
    await withText(page, "{");
    await page.goto("/mine/");
    await expectProblem(page, "My schedule");
    await expect(main(page), "it does not say that there are none").not.toContainText("Press the star");
    expect(await keptIn(page)).toEqual(before);
    await page.unroute("**/agenda.json");
    await tryAgain(page).click();
    await expect(main(page).getByRole("article").getByRole("heading", { level: 3 })).toHaveText([OBIS]);
  });
});

// What is said of which fault is tested in crates/agenda (read, rules) and crates/host (check).
test.describe("a broken programme", () => {
  const withSession = (change) => {
    const agenda = readAgenda();
    const index = agenda.sessions.findIndex(({ id }) => id === "thu-obis");
    change(agenda.sessions[index]);
    return [JSON.stringify(agenda, null, 2), `/sessions/${index}`];
  };

  test("is told by its first fault, with its place, and how to see the others", async ({ page }) => {
    const crashes = [];
    page.on("pageerror", (error) => crashes.push(error.message));
    const [shape, atShape] = withSession((session) => void (session.start = "noon"));
    const line = shape.slice(0, shape.indexOf('"noon"')).split("\n").length;
    const [rule, atRule] = withSession((session) => void (session.end = "2021-07-01T17:30:00+02:00"));
    const texts = [
      ['{\n  "format": 1,\n}', "agenda.json: line 3, column 1: trailing comma"],
      ["[".repeat(5000), "agenda.json: line 1, column "],
      [shape, new RegExp(`agenda\\.json: line ${line}, column \\d+: ${atShape}/start: \`noon\` is not a date and time`)],
      [rule, `agenda.json: ${atRule}/end: session \`thu-obis\`: ends 17:30 before it starts 18:00; swap \`start\` and \`end\`?`],
    ];
    for (const [text, said] of texts) {
      await withText(page, text);
      await page.goto("/programme/");
      await expectProblem(page, "Programme");
      await expect(trouble(page)).toContainText("The newest programme cannot be read");
      await expect(fault(page)).toContainText(said);
      await expect(forHost(page)).toContainText("meridian check agenda.json");
      await page.unroute("**/agenda.json");
    }
    expect(crashes).toEqual([]);
  });

  test("is none for a byte order mark or a member that means nothing", async ({ page }) => {
    const agenda = readAgenda();
    agenda.event.weather = "rain";
    await withText(page, `\uFEFF${JSON.stringify(agenda)}`);
    await visit(page, "/");
    await expect(h1(page)).toHaveText(EVENT);
    await expect(trouble(page)).toHaveCount(0);
  });

  test("has a message that fits the window, and can be read to its end", async ({ page }) => {
    await withAgenda(page, (agenda) => void (agenda.sessions[0].kind = "k".repeat(64)));
    await page.goto("/");
    await expectProblem(page);
    for (const [width, height] of [[1280, 800], [320, 480]]) {
      await page.setViewportSize({ width, height });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const inside = await trouble(page).evaluate((box) => [box.scrollWidth, box.clientWidth]);
      expect(inside[0], "of the message itself").toBeLessThanOrEqual(inside[1]);
      for (const part of [forHost(page).getByText(/meridian check/), tryAgain(page)]) {
        // The message itself scrolls, and the page does not.
        await part.evaluate((part) => {
          const box = part.closest("[role=alert]");
          box.scrollTop += part.getBoundingClientRect().bottom - box.getBoundingClientRect().bottom;
        });
        await expect(part).toBeInViewport();
      }
      await expect(h1(page), "the page is still in sight").toBeInViewport();
    }
  });
});
