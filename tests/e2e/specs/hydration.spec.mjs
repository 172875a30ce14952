// Every page that was prerendered hydrates: without a word in the console, without an element made anew, at `/` and
// below it, and also where somebody has altered the page before or translates it afterwards.
import { expect } from "@playwright/test";
import { everyPage, holdApp, isRead, readDist, twoFrames } from "../built.mjs";
import { readAgenda, ready, watchOrigin } from "../helpers.mjs";
import { test } from "../sites.mjs";

test.use({ timezoneId: "Asia/Kathmandu" });

const { event, people, sessions, themes } = readAgenda();
const OBIS = "OBIS marine data mobilization session";
const BATTLE = "Nodes vs. helpdesk battle";
const PARTS = "h1, h2, h3, article, a:not(.poster, .chapter), .star, nav, input, select, footer";

const main = (page) => page.getByRole("main");
const h1 = (page) => page.getByRole("heading", { level: 1 });
const search = (page) => page.getByRole("searchbox", { name: "Search" });
const titles = (page) => main(page).getByRole("article").getByRole("heading", { level: 3 });
const starOf = (page, title) => page.getByRole("button", { name: `My schedule: ${title}`, exact: true });

const DAYS = { "06-28": "Monday 28 June", "06-29": "Tuesday 29 June", "06-30": "Wednesday 30 June" };
Object.assign(DAYS, { "07-01": "Thursday 1 July", "07-02": "Friday 2 July" });
const HEADINGS = Object.fromEntries([
  ...[["", event.title], ["programme/", "Programme"], ["watch/", "Watch"], ["people/", "People"]],
  ...[["mine/", "My schedule"], ["about/", "About"], ["nowhere/", "Page not found"]],
  ...Object.entries(DAYS).map(([day, name]) => [`programme/2021-${day}/`, name]),
  ...themes.map(({ id, title }) => [`themes/${id}/`, title]),
  ...sessions.map(({ id, title }) => [`sessions/${id}/`, title]),
  ...people.map(({ id, name }) => [`people/${id}/`, name]),
]);

// Playwright's own ban of service workers would be heard in the console; deploy.spec.mjs has the worker.
const withoutWorker = (page) =>
  page.addInitScript(() => Object.defineProperty(navigator, "serviceWorker", { value: undefined }));

/** Whatever the page says in the console, throws, or does against its policy. */
async function watchTrouble(page) {
  const said = [];
  // That there is no such page, nor an app beside it, is the browser's to tell, and is so.
  const isMissing = (path) => /\/(nowhere\/(app\/[^/]+\.js)?|favicon\.ico)$/.test(path);
  page.on("console", (message) => {
    const { url } = message.location();
    const asExpected = /status of 404/.test(message.text()) && isMissing(new URL(url).pathname);
    if (!asExpected) said.push(`${page.url()}: ${message.type()}: ${message.text()} ${url}`);
  });
  page.on("pageerror", (error) => said.push(`${page.url()}: ${error}`));
  await page.exposeFunction("tellViolation", (text) => said.push(text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ blockedURI, effectiveDirective, sourceFile, lineNumber }) => {
      window.tellViolation(`${location.pathname}: ${effectiveDirective} ${blockedURI} (${sourceFile}:${lineNumber})`);
    });
  });
  return said;
}

test("every page has a heading and a title to be checked", () => {
  expect(Object.keys(HEADINGS).sort()).toEqual([...everyPage(), "nowhere/"].sort());
});

// In parts, so that two workers share them.
const PATHS = Object.keys(HEADINGS);
const QUARTERS = [0, 1, 2, 3].map((part) => PATHS.filter((_, index) => index % 4 === part));

for (const [part, paths] of QUARTERS.entries()) {
  test(`every page hydrates quietly, without an element made anew, and asks nobody else: part ${part + 1} of 4`, async ({ page }) => {
    test.setTimeout(180_000);
    await withoutWorker(page);
    const [said, leaving] = [await watchTrouble(page), watchOrigin(page)];
    const release = await holdEach(page);
    for (const path of paths) {
      await page.goto(`/${path}`, { waitUntil: "commit" });
      await isRead(page);
      await page.evaluate((parts) => {
        for (const part of document.querySelectorAll(parts)) part.isOld = true;
      }, PARTS);
      release();
      await ready(page);
      await twoFrames(page);
      await expect(h1(page), path).toHaveText(HEADINGS[path]);
      await expect(page).toHaveTitle(path === "" ? event.title : `${HEADINGS[path]} · ${event.title}`);
      const found = await page.evaluate((parts) => {
        const all = [...document.querySelectorAll(parts)].filter((part) => part.checkVisibility() && !part.isOld);
        return {
          "made anew": all.map((part) => part.outerHTML.slice(0, 100)),
          "main landmarks": document.querySelectorAll("main").length,
          "players": document.querySelectorAll("iframe, video, audio, embed, object").length,
        };
      }, PARTS);
      // My schedule is put together in the browser, and an unknown address has no page to begin with.
      if (path === "mine/" || path === "nowhere/") found["made anew"] = [];
      expect(found, path).toEqual({ "made anew": [], "main landmarks": 1, "players": 0 });
    }
    expect(said).toEqual([]);
    expect(leaving).toEqual([]);
  });

  test(`under /a/b/ too: part ${part + 1} of 4`, async ({ page, web }) => {
    test.setTimeout(180_000);
    await withoutWorker(page);
    const said = await watchTrouble(page);
    web.deploy("/a/b/", readDist());
    for (const path of paths) {
      await page.goto(`${web.origin}/a/b/${path}`);
      await ready(page);
      await twoFrames(page);
      await expect(h1(page), path).toHaveText(HEADINGS[path]);
    }
    const links = await page.getByRole("link").evaluateAll((links) => links.filter(({ origin }) => origin === location.origin));
    expect(links.length).toBeGreaterThan(0);
    expect(said).toEqual([]);
  });
}

/** Keeps the app back on each page anew; returns what lets it come. */
async function holdEach(page) {
  let open;
  const close = () => new Promise((resolve) => (open = resolve));
  let gate = close();
  await page.route("**/app/*.wasm", async (route) => {
    await gate;
    gate = close();
    await route.continue().catch(() => {});
  });
  return () => open();
}

/** What others do to a page before the app is there. Each runs in the page, when it has been read. */
const ALTERATIONS = {
  "elements are removed": () => {
    for (const part of document.querySelectorAll("main article, main h2, .menu li:last-child, footer p")) part.remove();
  },
  "comments are removed": () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT);
    const comments = [];
    while (walker.nextNode()) comments.push(walker.currentNode);
    for (const comment of comments) comment.remove();
  },
  "all texts are wrapped": () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts.filter(({ data }) => data.trim())) {
      const font = document.createElement("font");
      text.replaceWith(font);
      font.append(text);
    }
  },
  "there is whitespace at the body's start": () => document.body.prepend("\n  \n"),
  "an extension has put something first": () => document.body.prepend(document.createElement("extension-bar")),
  "an extension has put something last": () => document.body.append(document.createElement("extension-bar")),
};

/** The page is that of a working app: stars, links and Back. */
async function expectWorking(page, base = "") {
  await expect(titles(page)).toHaveCount(sessions.length);
  await starOf(page, OBIS).click();
  await expect(starOf(page, OBIS)).toHaveAttribute("aria-pressed", "true");
  await page.evaluate(() => void (window.isSame = true));
  await main(page).getByRole("link", { name: BATTLE, exact: true }).click();
  await expect(h1(page)).toHaveText(BATTLE);
  expect(new URL(page.url()).pathname).toBe(`${base}/sessions/fri-battle/`);
  await page.goBack();
  await expect(h1(page)).toHaveText("Programme");
  await expect(starOf(page, OBIS)).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: /^My schedule/ }).click();
  await expect(titles(page)).toHaveText([OBIS]);
  expect(await page.evaluate(() => window.isSame), "without a load").toBe(true);
}

test.describe("a page that was altered before becomes a working app all the same:", () => {
  for (const [what, alter] of Object.entries(ALTERATIONS)) {
    test(what, async ({ page }) => {
      const release = await holdApp(page);
      await page.goto("/programme/");
      await isRead(page);
      await page.evaluate(alter);
      await release();
      await expectWorking(page);
      await expect(page.getByRole("alert")).toHaveCount(0);
    });
  }
});

test("a page that is translated afterwards goes on working", async ({ page }) => {
  await page.goto("/programme/");
  await ready(page);
  const wrap = () => page.evaluate(ALTERATIONS["all texts are wrapped"]);
  await wrap();
  await starOf(page, OBIS).click();
  await expect(starOf(page, OBIS)).toHaveAttribute("aria-pressed", "true");
  await search(page).fill("obis");
  await expect(titles(page)).toHaveText([OBIS]);
  await search(page).fill("");
  await expect(titles(page)).toHaveCount(sessions.length);
  await wrap();
  await main(page).getByRole("link", { name: BATTLE, exact: true }).click();
  await expect(h1(page)).toHaveText(BATTLE);
  await wrap();
  await page.goBack();
  await expect(titles(page)).toHaveCount(sessions.length);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: /^My schedule/ }).click();
  await expect(h1(page)).toHaveText("My schedule");
  await expect(titles(page)).toHaveText([OBIS]);
});

test("what the app says in a translated page is seen", async ({ page }) => {
  await page.goto("/programme/");
  await ready(page);
  await page.waitForFunction(() => window.meridian.draw);
  // As Chromium's translator: elements of its own come in the place of the texts.
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts.filter(({ data }) => data.trim())) {
      const font = document.createElement("font");
      font.append(document.createElement("font"));
      font.firstChild.append(`Übersetzt: ${text.data}`);
      text.before(font);
      text.remove();
    }
  });
  await expect(h1(page)).toHaveText("Übersetzt: Programme");
  for (const name of ["Watch", "People", "My schedule"]) {
    const link = page.getByRole("navigation").locator("a", { hasText: name });
    await link.first().click();
    await expect(h1(page)).toHaveText(name);
  }
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a percent sign in the words of a search stays one", async ({ page }) => {
  for (const [query, words] of [["100%25", "100%"], ["%2525", "%25"], ["50%25+of+%26", "50% of &"]]) {
    await page.goto(`/programme/?q=${query}`);
    await ready(page);
    await expect(search(page), query).toHaveValue(words);
  }
  await search(page).fill("%25 nodes");
  await expect(page).toHaveURL(/\?q=%2525(\+|%20)nodes$/);
  await page.getByRole("navigation", { name: "Days" }).getByRole("link", { name: "Wed 30" }).click();
  await expect(search(page)).toHaveValue("%25 nodes");
  await page.reload();
  await ready(page);
  await expect(search(page)).toHaveValue("%25 nodes");
});

test("a site at /conf leaves links to its neighbour /conference to the browser", async ({ page, web }) => {
  const site = readDist();
  const agenda = JSON.parse(site["agenda.json"]);
  const obis = agenda.sessions.find(({ id }) => id === "thu-obis");
  obis.links = [
    { label: "The neighbour", href: `${web.origin}/conference/` },
    { label: "One of ours", href: `${web.origin}/conf/sessions/fri-battle/` },
  ];
  web.deploy("/conf/", { ...site, "agenda.json": JSON.stringify(agenda) });
  web.deploy("/conference/", { "index.html": "<!doctype html><title>Neighbour</title><h1>Another conference</h1>" });
  await page.goto(`${web.origin}/conf/sessions/thu-obis/`);
  await ready(page);
  await main(page).getByRole("link", { name: "The neighbour" }).click();
  await expect(h1(page)).toHaveText("Another conference");
  await expect(page).toHaveURL(`${web.origin}/conference/`);
  await page.goBack();
  await expect(h1(page)).toHaveText(OBIS);
  await ready(page);
  await page.getByRole("link", { name: "Programme", exact: true }).click();
  await expect(page).toHaveURL(`${web.origin}/conf/programme/`);
});
