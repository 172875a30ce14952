// Every page: reached by its address, named, quiet in the console, and with what it is for.
import { expect, test } from "@playwright/test";
import { goInside } from "../built.mjs";
import { readAgenda, visit, watchOrigin } from "../helpers.mjs";

const agenda = readAgenda();
const EVENT = agenda.event.title;

const DAYS = [
  ["2021-06-28", "Monday 28 June"],
  ["2021-06-29", "Tuesday 29 June"],
  ["2021-06-30", "Wednesday 30 June"],
  ["2021-07-01", "Thursday 1 July"],
  ["2021-07-02", "Friday 2 July"],
];

/** The main pages, each with its address and its heading. (All of them: hydration.spec.mjs.) */
const PAGES = [
  ["/", EVENT],
  ["/programme/", "Programme"],
  ["/watch/", "Watch"],
  ["/people/", "People"],
  ["/mine/", "My schedule"],
  ["/about/", "About"],
  ["/nowhere/", "Page not found"],
];

/** A section of the page, by its heading. */
function part(page, heading) {
  const found = page.getByRole("heading", { name: heading, exact: typeof heading === "string", level: 2 });
  return page.locator("section").filter({ has: found });
}

/**
 * Warnings, errors and exceptions of the page; it fills as they come. That there is no file of that
 * address, nor an app in the folder of that name, is the browser's to tell, and is so.
 */
function watchConsole(page) {
  const said = [];
  // Browsers ask for favicon.ico by themselves while such a page looks for its base, and with it for its icon.
  const isMissing = (path) => /^\/(nowhere\/(app\/[^/]+\.js)?|favicon\.ico)$/.test(path);
  page.on("console", (message) => {
    const { url } = message.location();
    const asExpected = /status of 404/.test(message.text()) && isMissing(new URL(url).pathname);
    if (["warning", "error"].includes(message.type()) && !asExpected) said.push(`${page.url()}: ${message.text()} ${url}`);
  });
  page.on("pageerror", (error) => said.push(`${page.url()}: ${error}`));
  return said;
}

test.describe("with everything at work that a visitor has", () => {
  // Playwright's ban would be heard in the console.
  test.use({ serviceWorkers: "allow" });

  test("pages open, each with its own title and one heading, and quietly", async ({ page }) => {
    const [said, leaving, titles] = [watchConsole(page), watchOrigin(page), new Set()];
    for (const [path, heading] of PAGES) {
      await visit(page, path);
      await expect(page.getByRole("heading", { level: 1 }), path).toHaveText(heading);
      await expect(page).toHaveTitle(path === "/" ? EVENT : `${heading} · ${EVENT}`);
      await expect(page.getByRole("main")).toHaveCount(1);
      titles.add(await page.title());
    }
    expect(titles.size, "no two have the same title").toBe(PAGES.length);
    expect(said, "console").toEqual([]);
    expect(leaving, "requests to others").toEqual([]);
  });
});

test("addresses with and without the last slash lead to the same page", async ({ page }) => {
  for (const path of ["/sessions/thu-obis", "/sessions/thu-obis/"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 }), path).toHaveText("OBIS marine data mobilization session");
  }
});

test("what does not exist is not found, and says where to go on", async ({ page, request }) => {
  const main = page.getByRole("main");
  const expectNotFound = async (path) => {
    await expect(page.getByRole("heading", { level: 1 }), path).toHaveText("Page not found");
    await expect(page).toHaveTitle(`Page not found · ${EVENT}`);
  };
  const unknown = ["/sessions/no-such-session/", "/themes/theme-9/", "/people/nobody/", "/programme/2021-07-03/",
    "/programme/monday/", "/sessions/", "/sessions/thu-obis/more/"];
  for (const path of unknown) expect((await request.get(path)).status(), path).toBe(404);
  for (const path of ["/nowhere/", unknown[0]]) {
    await visit(page, path);
    await expectNotFound(path);
  }
  for (const path of unknown) {
    await goInside(page, "/people/");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("People");
    await goInside(page, path);
    await expectNotFound(path);
  }
  await expect(main.getByRole("link", { name: "Open my schedule" })).toHaveAttribute("href", "/mine/");
  await expect(main.getByRole("link", { name: "Start from the home page" })).toHaveAttribute("href", "/");
  await main.getByRole("link", { name: "Find a session in the programme" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Programme");
});

test("a theme’s page shows its sessions, its talks and its recordings", async ({ page }) => {
  await visit(page, "/");
  for (const theme of agenda.themes) {
    const sessions = agenda.sessions.filter(({ themes = [] }) => themes.includes(theme.id));
    const of = (item, session) => (item.theme ?? (session.themes?.length === 1 ? session.themes[0] : undefined)) === theme.id;
    const talks = agenda.sessions.flatMap((session) => (session.talks ?? []).filter((talk) => of(talk, session)));
    const recordings = agenda.sessions.flatMap((session) => (session.recordings ?? []).filter((one) => of(one, session)));
    await goInside(page, `/themes/${theme.id}/`);
    await expect(page.getByText(`Theme ${theme.number}`, { exact: true }).first()).toBeVisible();
    await expect(page.getByRole("main")).toContainText(theme.summary);
    const titles = (heading) => part(page, heading).getByRole("heading", { level: 3 });
    await expect(titles("Live sessions")).toHaveText(sessions.map(({ title }) => title));
    await expect(titles("Talks to watch")).toHaveText(talks.map(({ title }) => title));
    await expect(titles("Recordings of the live sessions")).toHaveCount(recordings.length);
    await expect(part(page, "Talks to watch").getByRole("button", { name: /^Play: / })).toHaveCount(
      talks.filter(({ video }) => !video.missing).length,
    );
  }
});

test("people are listed by the names they are sorted by with what they do, and lead to their pages", async ({ page }) => {
  await visit(page, "/people/");
  const items = page.getByRole("main").getByRole("listitem");
  await expect(items).toHaveCount(agenda.people.length);
  const key = ({ name, sort_name }) => sort_name ?? name;
  const { compare } = new Intl.Collator("en", { sensitivity: "base" });
  const names = agenda.people.toSorted((a, b) => compare(key(a), key(b))).map(({ name }) => name);
  await expect(items.getByRole("link")).toHaveText(names);
  await expect(items.filter({ hasText: "Joe Miller" })).toContainText("Executive Secretary, GBIF Secretariat");
  const raymond = items.filter({ hasText: "Mélianie Raymond" });
  const led = agenda.sessions.filter(({ people }) => people.some(({ person }) => person === "melianie-raymond"));
  await expect(raymond).toContainText(`${led.length} sessions`);
  await raymond.getByRole("link").click();
  await expect(page).toHaveURL("/people/melianie-raymond/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mélianie Raymond");
});

test("a person’s page shows what they lead and their talks", async ({ page }) => {
  await visit(page, "/people/marie-grosjean/");
  await expect(page.getByText("Data administrator, GBIF Secretariat").first()).toBeVisible();
  const sessions = part(page, "Sessions");
  await expect(sessions.getByRole("heading", { level: 3 })).toHaveText([/^Live demos, group 2/, "Nodes vs. helpdesk battle"]);
  await expect(sessions.getByText("contestant", { exact: true })).toBeVisible();
  await visit(page, "/people/markus-doering/");
  await expect(part(page, "Sessions")).toHaveCount(0);
  await expect(part(page, "Talks").getByRole("heading", { level: 3 })).toHaveText(["GBIF Backbone & Catalogue of Life"]);
  await part(page, "Talks").getByRole("link", { name: "GBIF Backbone & Catalogue of Life", exact: true }).click();
  await expect(page).toHaveURL("/sessions/thu-qa/#backbone");
});

test("watch lists every talk by theme, and every recording", async ({ page }) => {
  const talks = agenda.sessions.flatMap(({ talks = [] }) => talks);
  const recordings = agenda.sessions.flatMap(({ recordings = [] }) => recordings);
  const published = [...talks, ...recordings].filter(({ video }) => !video.missing).length;
  await visit(page, "/watch/");
  await expect(page.getByText(`${published} talks and recordings to watch at any hour.`)).toBeVisible();
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(
    [...agenda.themes.map(({ title }) => title), "More talks", "Recordings of live sessions"],
  );
  await expect(page.getByRole("main").getByRole("article")).toHaveCount(talks.length + recordings.length);
  await expect(page.getByRole("button", { name: /^Play: / })).toHaveCount(published);
  await page.getByRole("button", { name: /^Watched: / }).first().click();
  await expect(page.getByText(`You have watched 1 of ${published} talks and recordings.`)).toBeVisible();
});

test("about tells of privacy, access, the data and its changes", async ({ page }) => {
  await visit(page, "/about/");
  await expect(part(page, "Privacy")).toContainText("There is no account, no cookie");
  await expect(part(page, "Accessibility")).toContainText("WCAG 2.2");
  await expect(part(page, "Accessibility")).toContainText("third party’s");
  await expect(part(page, "The data")).toContainText(`revision ${agenda.revision.number} of the programme, published on 7 July 2021`);
  const changes = part(page, "What changed in the programme").getByRole("listitem");
  await expect(changes).toHaveCount(agenda.revision.changes.length);
  await expect(changes.first().getByRole("heading")).toHaveText("7 July 2021");
  await expect(changes.last().getByRole("heading")).toHaveText("31 May 2021");
  const file = part(page, "The data").getByRole("link", { name: "The whole programme as one file" });
  const response = await page.request.get(await file.getAttribute("href"));
  expect((await response.json()).event.id).toBe(agenda.event.id);
});

test("the day on show and the page on show are marked in the menus", async ({ page }) => {
  await visit(page, "/programme/2021-06-30/");
  const days = page.getByRole("navigation", { name: "Days" });
  await expect(days.getByRole("link", { name: "Wed 30" })).toHaveAttribute("aria-current", "page");
  await expect(days.getByRole("link", { name: "All days" })).not.toHaveAttribute("aria-current", /./);
  const main = page.getByRole("navigation", { name: "Main" });
  await expect(main.getByRole("link", { name: "Programme" })).toHaveAttribute("aria-current", "true");
  await main.getByRole("link", { name: "Watch" }).click();
  await expect(main.getByRole("link", { name: "Watch" })).toHaveAttribute("aria-current", "page");
  await expect(main.getByRole("link", { name: "Programme" })).not.toHaveAttribute("aria-current", /./);
});

test("each session’s card stands on its own day", async ({ page }) => {
  await visit(page, "/");
  for (const [date] of DAYS) {
    await goInside(page, `/programme/${date}/`);
    const own = agenda.sessions.filter(({ start }) => start.startsWith(date));
    await expect(page.getByRole("article").getByRole("heading", { level: 3 })).toHaveText(own.map(({ title }) => title));
  }
});
