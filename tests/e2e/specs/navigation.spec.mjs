// Getting about: history, scroll and focus, anchors, and clicks that are the browser's own.
import { expect, test } from "@playwright/test";
import { holdAgenda, readAgenda, ready, visit, withAgenda } from "../helpers.mjs";

const agenda = readAgenda();
const EVENT = agenda.event.title;
const h1 = (page) => page.getByRole("heading", { level: 1 });
const scrollY = (page) => page.evaluate(() => Math.round(window.scrollY));

/** Marks the document, so that a reload can be told from a change of page inside the app. */
async function markDocument(page) {
  await page.evaluate(() => {
    window.sameDocument = true;
  });
  return () => page.evaluate(() => window.sameDocument === true);
}

/** Opens the programme without the app, and scrolls far down; `release` lets the app come. */
async function scrollBeforehand(page) {
  const release = await holdAgenda(page);
  await page.goto("/programme/");
  const link = page.getByRole("link", { name: "Final evaluation", exact: true });
  await link.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
  const place = await scrollY(page);
  expect(place).toBeGreaterThan(300);
  return { release, link, place };
}

/** Scrolls as a visitor does, until the element stands in the middle of the window. */
async function scrollTo(page, locator) {
  await expect(locator).toHaveCount(1);
  await locator.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
  await expect(locator).toBeInViewport();
  const here = await scrollY(page);
  expect(here, "the page is scrolled").toBeGreaterThan(300);
  // The place is remembered once scrolling has come to rest.
  await expect.poll(() => page.evaluate(() => Number.parseInt(String(history.state), 10))).toBe(here);
  return here;
}

test.describe("after a link", () => {
  test("the page, its title and the focus are new, and nothing is loaded again", async ({ page }) => {
    await visit(page, "/");
    expect(await page.evaluate(() => document.activeElement.localName), "the first load takes the focus from nobody").toBe("body");
    const isSame = await markDocument(page);
    for (const [name, heading] of [
      ["Programme", "Programme"],
      ["Thu 1", "Thursday 1 July"],
      ["Watch", "Watch"],
      ["People", "People"],
      ["My schedule", "My schedule"],
      ["About, privacy and data", "About"],
    ]) {
      await page.getByRole("link", { name, exact: true }).click();
      await expect(h1(page)).toHaveText(heading);
      await expect(h1(page)).toBeFocused();
      await expect(page).toHaveTitle(`${heading} · ${EVENT}`);
      await expect.poll(() => scrollY(page)).toBe(0);
    }
    expect(await isSame()).toBe(true);
  });

  test("from far down a page, the next one starts at its top", async ({ page }) => {
    await visit(page, "/programme/");
    const link = page.getByRole("link", { name: "Nodes vs. helpdesk battle", exact: true });
    await scrollTo(page, link);
    await link.click();
    await expect(h1(page)).toHaveText("Nodes vs. helpdesk battle");
    await expect(h1(page)).toBeFocused();
    await expect(h1(page)).toBeInViewport();
    await expect.poll(() => scrollY(page)).toBe(0);
  });
});

test.describe("Back and Forward", () => {
  test("return to the same place and to the link that was followed", async ({ page }) => {
    await visit(page, "/programme/");
    const link = page.getByRole("link", { name: "OBIS marine data mobilization session", exact: true });
    const place = await scrollTo(page, link);
    await link.click();
    await expect(h1(page)).toHaveText("OBIS marine data mobilization session");
    const talk = page.getByRole("article").last();
    const placeOfTalk = await scrollTo(page, talk);

    await page.goBack();
    await expect(h1(page)).toHaveText("Programme");
    await expect.poll(() => scrollY(page)).toBe(place);
    await expect(link).toBeFocused();
    await expect(link).toBeInViewport();
    await expect(page).toHaveTitle(`Programme · ${EVENT}`);

    await page.goForward();
    await expect(h1(page)).toHaveText("OBIS marine data mobilization session");
    await expect.poll(() => scrollY(page)).toBe(placeOfTalk);
    await expect(talk).toBeInViewport();
  });

  test("find each of several pages as it was left", async ({ page }) => {
    await visit(page, "/programme/");
    const places = [];
    for (const [name, heading] of [
      ["Theme 2 panel: Exploring future directions for GBIF", "Theme 2 panel: Exploring future directions for GBIF"],
      ["Theme 2", "Exploring future directions for GBIF"],
      ["Dmitry Schigel", "Dmitry Schigel"],
    ]) {
      const link = page.getByRole("main").getByRole("link", { name, exact: true }).first();
      await link.evaluate((element) => element.scrollIntoView({ block: "center" }));
      places.push([await h1(page).textContent(), await scrollY(page)]);
      await link.click();
      await expect(h1(page)).toHaveText(heading);
    }
    for (const [heading, place] of places.reverse()) {
      await page.goBack();
      await expect(h1(page)).toHaveText(heading);
      await expect.poll(() => scrollY(page), heading).toBe(place);
    }
  });

  test("a reload keeps the place that was scrolled to before the app was there", async ({ page }) => {
    const { release, link, place } = await scrollBeforehand(page);
    release();
    await ready(page);
    expect(await scrollY(page), "nothing moves as the page is hydrated").toBe(place);
    await page.reload();
    await ready(page);
    await expect(link).toBeInViewport();
    expect(await scrollY(page)).toBe(place);
  });

  test("Back to a page that was left before the app was there finds the place again", async ({ page }) => {
    const { release, link, place } = await scrollBeforehand(page);
    await link.click();
    await expect(h1(page)).toHaveText("Final evaluation");
    release();
    await ready(page);
    await page.goBack();
    await expect(h1(page)).toHaveText("Programme");
    await ready(page);
    await expect(link).toBeInViewport();
    expect(await scrollY(page)).toBe(place);
  });

  test("Back from another site finds the place again", async ({ page }) => {
    await page.route("https://discourse.gbif.org/**", (route) => route.fulfill({ contentType: "text/html", body: "Elsewhere" }));
    await visit(page, "/sessions/mon-theme-1/");
    const link = page.getByRole("link", { name: "Questions and comments on the community forum" });
    const place = await scrollTo(page, link);
    await link.click();
    await expect(page.getByText("Elsewhere")).toBeVisible();
    await page.goBack();
    await expect(link).toBeInViewport();
    await expect.poll(() => scrollY(page)).toBe(place);
  });
});

test.describe("anchors", () => {
  const talk = (page) => page.getByRole("article").filter({ hasText: "GBIF Backbone & Catalogue of Life" });

  async function expectTalk(page) {
    await expect(h1(page)).toHaveText("Live Q&A: theme 3 and theme 4");
    await expectShown(talk(page));
    await expect(talk(page)).toBeFocused();
  }

  /** It stands at the top of the window. */
  async function expectShown(talk) {
    await expect(talk).toBeInViewport();
    expect(await talk.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(100);
  }

  for (const zone of ["Europe/Copenhagen", "Asia/Kathmandu"]) {
    test.describe(`in ${zone}`, () => {
      test.use({ timezoneId: zone });

      test("a talk’s own address shows the talk, before and after the app is there, and Tab goes on from it", async ({ page }) => {
        await page.goto("/sessions/thu-qa/#backbone", { waitUntil: "domcontentloaded" });
        await expectShown(talk(page));
        await ready(page);
        await expect(h1(page)).toHaveText("Live Q&A: theme 3 and theme 4");
        await expectShown(talk(page));
        await page.keyboard.press("Tab");
        await expect(talk(page).getByRole("link", { name: "GBIF Backbone & Catalogue of Life", exact: true })).toBeFocused();
      });
    });
  }

  for (const [what, id] of [["a session", "thu-new"], ["a talk of a session", "thu-obis"]]) {
    test(`${what} that was added after the site was built is shown at its talk’s own address`, async ({ page }) => {
      await withAgenda(page, (agenda) => {
        const obis = agenda.sessions.find((session) => session.id === "thu-obis");
        const talks = obis.talks.map((talk, index) => ({ ...talk, id: `new-${index}`, title: `New talk ${index}` }));
        if (id === "thu-obis") obis.talks.push(...talks);
        else agenda.sessions.push({ ...obis, id, talks, recordings: [], repeats: [] });
      });
      await page.goto(`/sessions/${id}/#new-4`);
      await ready(page);
      const added = page.getByRole("article").filter({ hasText: "New talk 4" });
      await expectShown(added);
      await page.keyboard.press("Tab");
      await expect(added.locator(":focus")).toHaveCount(1);
    });
  }

  test("a link from another page shows the talk", async ({ page }) => {
    await visit(page, "/people/markus-doering/");
    await page.getByRole("link", { name: "GBIF Backbone & Catalogue of Life", exact: true }).click();
    await expect(page).toHaveURL("/sessions/thu-qa/#backbone");
    await expectTalk(page);
  });

  test("a link on the page itself shows the talk, and Back leads to where it was followed", async ({ page }) => {
    await visit(page, "/sessions/thu-qa/");
    const isSame = await markDocument(page);
    const link = page.getByRole("link", { name: "GBIF Backbone & Catalogue of Life", exact: true });
    const place = await scrollTo(page, link);
    await link.click();
    await expect(page).toHaveURL("/sessions/thu-qa/#backbone");
    await expectTalk(page);
    await page.goBack();
    await expect(page).toHaveURL("/sessions/thu-qa/");
    await expect.poll(() => scrollY(page)).toBe(place);
    await expect(h1(page)).toHaveText("Live Q&A: theme 3 and theme 4");
    expect(await isSame()).toBe(true);
  });

  test("a recording’s own address shows the recording", async ({ page }) => {
    await page.goto("/watch/");
    await page.getByRole("link", { name: "Live Q&A: theme 3 and theme 4: Questions and answers on theme 4", exact: true }).click();
    await expect(page).toHaveURL("/sessions/thu-qa/#recording-2");
    const heading = page.getByRole("heading", { name: "Recording: Questions and answers on theme 4" });
    await expect(heading).toBeInViewport();
  });

  test("an anchor that does not exist shows the page from its top", async ({ page }) => {
    await page.goto("/sessions/thu-qa/#no-such-talk");
    await expect(h1(page)).toHaveText("Live Q&A: theme 3 and theme 4");
    await expect.poll(() => scrollY(page)).toBe(0);
  });
});

test.describe("clicks that are the browser’s own", () => {
  test("with Ctrl, with Shift and with the middle button a link opens beside", async ({ page, context }) => {
    await visit(page, "/programme/");
    for (const [name, how] of [
      ["Watch", { modifiers: ["Control"] }],
      ["People", { modifiers: ["Shift"] }],
      ["Watch", { button: "middle" }],
    ]) {
      const opened = context.waitForEvent("page");
      await page.getByRole("link", { name, exact: true }).click(how);
      await expect(h1(await opened)).toHaveText(name);
      await expect(page).toHaveURL("/programme/");
      await expect(h1(page)).toHaveText("Programme");
    }
  });

  test("a link to a file leads to the file", async ({ page }) => {
    await page.goto("/about/");
    await page.getByRole("link", { name: "The whole programme as one file" }).click();
    await expect(page).toHaveURL("/agenda.json");
    await expect(page.getByText('"gnm2021"').first()).toBeVisible();
  });

  test("a link to another site leaves this one", async ({ page }) => {
    const href = agenda.event.actions[1].href;
    await page.route("https://discourse.gbif.org/**", (route) => route.fulfill({ contentType: "text/html", body: "Elsewhere" }));
    await page.goto("/");
    await page.getByRole("link", { name: agenda.event.actions[1].label }).click();
    await expect(page).toHaveURL(href);
    await expect(page.getByText("Elsewhere")).toBeVisible();
  });
});
