// What a prerendered page is without script: whole, readable, at the venue's times, and without
// a control that would do nothing.
import { expect } from "@playwright/test";
import { expectAccessible } from "../axe.mjs";
import { KINDS, everyPage, readDist } from "../built.mjs";
import { readAgenda } from "../helpers.mjs";
import { hours } from "../oracle.mjs";
import { test } from "../sites.mjs";

// Far from the venue, whose times are shown all the same.
test.use({ javaScriptEnabled: false, timezoneId: "Pacific/Kiritimati" });

const VENUE = "Europe/Copenhagen";

const main = (page) => page.getByRole("main");
const h1 = (page) => page.getByRole("heading", { level: 1 });
const note = (page) => page.getByText(/^Times on this page are those at the venue\. With JavaScript it would/);
const article = (page, title) =>
  main(page).getByRole("article").filter({ has: page.getByRole("heading", { name: title, exact: true }) });

for (const [path, heading] of Object.entries({ ...KINDS, nowhere: "Page not found" })) {
  test(`/${path} can be read, has no control that does nothing, and fits 360 px`, async ({ page }) => {
    await page.goto(`/${path}`);
    await expect(h1(page)).toHaveText(heading);
    await expect(h1(page)).toHaveCount(1);
    const menu = page.getByRole("navigation", { name: "Main" });
    await expect(menu.getByRole("link")).toHaveText(["Programme", "Watch", "People", "My schedule"]);
    await expect(page.getByRole("contentinfo")).toContainText("Programme revision 7, 7 July 2021");
    await expect(note(page)).toBeVisible();

    for (const role of ["button", "searchbox", "textbox", "combobox", "checkbox", "radio", "dialog"]) {
      await expect(page.getByRole(role), role).toHaveCount(0);
    }
    // Of what holds for a time, only what holds beforehand is shown.
    const dated = await page.locator("[data-from], [data-until]").evaluateAll((all) =>
      all.map((part) => [part.outerHTML.slice(0, 100), part.hasAttribute("data-from"), part.checkVisibility()]),
    );
    expect(dated.filter(([, later, isShown]) => later === isShown)).toEqual([]);

    const links = await page.getByRole("link").count();
    for (let stop = 0; stop < Math.min(links, 40); stop += 1) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement.matches("a[href], summary"))).toBe(true);
    }
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
}

test.describe("axe finds nothing", () => {
  // axe is a script itself; so the pages are made to be what a browser without script makes of them.
  test.use({ javaScriptEnabled: true });

  test("on a page of any kind", async ({ page }) => {
    test.setTimeout(180_000);
    await page.route((url) => /\/$|\/nowhere$/.test(url.pathname), async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/<script>[^]*?<\/script>|<\/?noscript>/g, "");
      await route.fulfill({ response, body });
    });
    for (const path of [...Object.keys(KINDS), "nowhere"]) {
      await page.goto(`/${path}`);
      await expect(note(page)).toBeVisible();
      await expect(page.locator("html")).not.toHaveAttribute("data-js");
      await test.step(`/${path}`, () => expectAccessible(page));
    }
  });
});

test("every page is a file, and is the page of its address", async ({ page }) => {
  const titles = new Set();
  const paths = everyPage();
  for (const path of paths) {
    const response = await page.request.get(`/${path}`);
    expect(response.status(), path).toBe(200);
    expect(response.headers()["content-type"], path).toContain("text/html");
    titles.add((await response.text()).match(/<title>(.*?)<\/title>/)[1]);
  }
  expect(titles.size, "each has a title of its own").toBe(paths.length);
});

for (const base of ["/", "/a/b/"]) {
  test(`under ${base} every link inside the site leads to a file, and every anchor to a place`, async ({ web }) => {
    const site = readDist();
    web.deploy(base, site);
    const pages = Object.entries(site).filter(([path]) => path.endsWith("index.html"));
    const targets = new Map();
    for (const [path, html] of pages) {
      const here = new URL(base + path.replace(/index\.html$/, ""), web.origin);
      for (const [, , address] of String(html).matchAll(/\s(href|src)="([^"]*)"/g)) {
        expect(address, `${path}: works wherever the site stands`).not.toMatch(/^\//);
        const target = new URL(address.replaceAll("&amp;", "&"), here);
        if (target.origin === here.origin) targets.set(target.href, path);
      }
    }
    expect(targets.size).toBeGreaterThan(pages.length);
    const texts = new Map();
    for (const [target, path] of targets) {
      const [address, anchor] = target.split("#");
      expect(address, `${path}: inside the site`).toMatch(new RegExp(`^${web.origin}${base}`));
      if (!texts.has(address)) {
        const response = await fetch(address, { redirect: "error" });
        expect(response.status, `${path}: ${address}`).toBe(200);
        texts.set(address, await response.text());
      }
      if (anchor) expect(texts.get(address).includes(` id="${anchor}"`), `${path}: ${target}`).toBe(true);
    }
  });
}

test("a page that does not exist is not found", async ({ page }) => {
  expect((await page.goto("/nowhere")).status()).toBe(404);
  await main(page).getByRole("link", { name: "Find a session in the programme" }).click();
  await expect(h1(page)).toHaveText("Programme");
});

test("every session has its card, at the venue's time, with the zone named", async ({ page }) => {
  const agenda = readAgenda();
  const there = hours(agenda, [VENUE])[VENUE];
  await page.goto("/programme/");
  await expect(main(page).getByRole("article")).toHaveCount(agenda.sessions.length);
  for (const { id, start, title } of agenda.sessions) {
    const time = article(page, title).getByRole("time");
    await expect(time).toHaveText([there[id].range]);
    await expect(time).toHaveAttribute("datetime", new Date(start).toISOString().replace(".000", ""));
    const line = article(page, title).getByRole("paragraph").filter({ has: page.getByRole("time") });
    await expect(line).toHaveText([/ ?Copenhagen · venue ?$/]);
  }
  await expect(main(page)).not.toContainText("your time");
});

test("a session's page has its hour, its hours elsewhere, its talks and people, and what changed", async ({ page }) => {
  const agenda = readAgenda();
  const obis = agenda.sessions.find(({ id }) => id === "thu-obis");
  await page.goto("/sessions/thu-obis/");
  await expect(main(page).getByRole("time")).toHaveText(["18:00 to 19:30"]);
  const elsewhere = main(page).getByRole("table");
  await expect(elsewhere.getByRole("row")).toHaveCount(agenda.event.cities.length);
  const there = hours(agenda, ["Asia/Kathmandu"])["Asia/Kathmandu"]["thu-obis"];
  await expect(elsewhere.getByRole("row", { name: "Kathmandu" })).toContainText(there.range);
  for (const { title } of obis.talks) await expect(article(page, title)).toBeVisible();
  for (const { person } of obis.people) {
    const { name } = agenda.people.find(({ id }) => id === person);
    await expect(main(page).getByRole("link", { name }).first()).toHaveAttribute("href", `../../people/${person}/`);
  }
  const changed = main(page).getByText("The OBIS session begins an hour sooner");
  await expect(changed).toBeHidden();
  await main(page).getByText("What changed", { exact: true }).click();
  await expect(changed).toBeVisible();
});

test("videos and chapters are links to their host's page", async ({ page }) => {
  const agenda = readAgenda();
  const recordings = agenda.sessions.flatMap((session) => [...session.talks ?? [], ...session.recordings ?? []]);
  const videos = recordings.map(({ video }) => video).filter(({ provider }) => provider === "vimeo");
  await page.goto("/watch/");
  const posters = main(page).getByRole("link", { name: /^Play: / });
  await expect(posters).toHaveCount(videos.length);
  const addresses = await posters.evaluateAll((links) => links.map((link) => link.href));
  const numbers = addresses.map((address) => address.match(/^https:\/\/vimeo\.com\/(\d+)/)?.[1]);
  expect(numbers.sort()).toEqual(videos.map(({ id }) => id).sort());
  await expect(main(page).getByRole("link", { name: "Watch on Vimeo" })).toHaveCount(videos.length);
  await expect(page.locator("iframe, video")).toHaveCount(0);

  const [battle] = agenda.sessions.find(({ id }) => id === "fri-battle").recordings;
  await page.goto("/sessions/fri-battle/");
  const chapters = main(page).getByRole("list", { name: "Chapters" }).getByRole("link");
  await expect(chapters).toHaveCount(battle.chapters.length);
  const marks = await chapters.evaluateAll((links) => links.map(({ href, textContent }) => [href, textContent]));
  for (const [index, { at, title }] of battle.chapters.entries()) {
    const [hours, minutes, seconds] = `0:0:${at}`.split(":").slice(-3).map(Number);
    const address = `https://vimeo.com/${battle.video.id}#t=${hours * 3600 + minutes * 60 + seconds}s`;
    expect(marks[index]).toEqual([address, `${at} ${title}`]);
  }
});

test("lists are whole: days, themes, people, changes, and the programme to download", async ({ page }) => {
  const agenda = readAgenda();
  await page.goto("/");
  for (const { title } of agenda.themes) await expect(main(page).getByRole("link", { name: title })).toBeVisible();
  await expect(main(page).getByRole("heading", { name: "It starts on Monday 28 June" })).toBeVisible();
  await expect(main(page).getByRole("heading", { name: /It is over/ })).toBeHidden();
  await page.goto("/programme/");
  const days = page.getByRole("navigation", { name: "Days" }).getByRole("link");
  await expect(days).toHaveText(["All days", "Mon 28", "Tue 29", "Wed 30", "Thu 1", "Fri 2"], { useInnerText: true });
  await page.goto("/people/");
  for (const { name } of agenda.people) await expect(main(page).getByRole("link", { name, exact: true })).toBeVisible();
  await page.goto("/about/");
  const changes = main(page).locator("#changes").getByRole("heading", { level: 3 });
  await expect(changes).toHaveCount(agenda.revision.changes.length);
  const file = await main(page).getByRole("link", { name: "The whole programme as one file" }).getAttribute("href");
  expect(await (await page.request.get(new URL(file, page.url()).href)).json()).toEqual(agenda);
});

test("my schedule says why it is empty here, and where the sessions are", async ({ page }) => {
  await page.goto("/mine/");
  await expect(main(page)).toContainText("stored in this browser and nowhere else");
  await main(page).getByRole("link", { name: "Every session is in the programme" }).click();
  await expect(h1(page)).toHaveText("Programme");
});
