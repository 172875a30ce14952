// Every page: reached by its address, named, quiet in the console, and of use at its moment.
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

test.describe("home", () => {
  test("before the event counts the days at the venue", async ({ page }) => {
    for (const [now, heading] of [
      ["2021-06-20T12:00:00Z", "It starts in 8 days"],
      ["2021-06-26T21:59:00Z", "It starts in 2 days"],
      ["2021-06-26T22:00:00Z", "It starts tomorrow"],
    ]) {
      await visit(page, `/?now=${now}`);
      await expect(part(page, heading).getByRole("article"), now).toHaveCount(1);
      await expect(part(page, heading)).toContainText("Icebreaker – Interactive networking");
    }
  });

  test("during the event shows what is on and what comes next", async ({ page }) => {
    await visit(page, "/?now=2021-06-28T12:10:00Z");
    await expect(part(page, "On now").getByRole("heading", { level: 3 })).toHaveText([/^Theme 1 panel/]);
    await expect(part(page, "On now").getByText("On now", { exact: true }).filter({ visible: true })).toHaveCount(2);
    await expect(part(page, "Next, in 1 h 50 min").getByRole("heading", { level: 3 })).toHaveText([/^Live demos, group 1/]);
    // Two at once, and a gap between.
    await visit(page, "/?now=2021-06-30T08:30:00Z");
    await expect(part(page, "On now").getByRole("article")).toHaveCount(2);
    await visit(page, "/?now=2021-06-30T07:00:00Z");
    await expect(part(page, "Next, in 1 h").getByRole("article")).toHaveCount(2);
    await expect(part(page, "On now")).toHaveCount(0);
  });

  test("afterwards offers recordings", async ({ page }) => {
    for (const path of ["/?now=2021-07-02T15:30:00Z", "/"]) {
      await visit(page, path);
      const offer = part(page, "It is over, and worth catching up on");
      await expect(offer.getByRole("article")).toHaveCount(4);
      await expect(offer.getByText(/\d recordings?/)).toHaveCount(4);
    }
    await page.getByRole("link", { name: "All talks and recordings" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Watch");
  });

  test("moves on by itself while it is open", async ({ page }) => {
    await page.clock.install({ time: new Date("2021-06-28T11:59:30Z") });
    await visit(page, "/");
    await expect(part(page, "Next, in 1 min").getByRole("article")).toHaveCount(1);
    await page.clock.runFor(60_000);
    await expect(part(page, "On now").getByRole("heading", { level: 3 })).toHaveText([/^Theme 1 panel/]);
  });

  test("leads to registration until its last day, and then says that it is closed", async ({ page }) => {
    const { href, closed } = agenda.event.actions[0];
    await visit(page, "/?now=2021-06-21T21:59:00Z");
    await expect(page.getByRole("link", { name: "Register" })).toHaveAttribute("href", href);
    await expect(page.getByText(closed)).toBeHidden();
    for (const path of ["/?now=2021-06-21T22:00:00Z", "/"]) {
      await visit(page, path);
      await expect(page.getByText(closed)).toBeVisible();
      await expect(page.getByRole("link", { name: "Register" })).toHaveCount(0);
    }
    await expect(page.getByRole("link", { name: agenda.event.actions[1].label })).toBeVisible();
  });

  test("tells what the event is, its days and its themes", async ({ page }) => {
    await visit(page, "/");
    await expect(page.getByText("28 June to 2 July 2021, online")).toBeVisible();
    for (const { heading } of agenda.event.sections) await expect(part(page, heading)).toBeVisible();
    const glance = part(page, "The days at a glance");
    await expect(glance.getByRole("link")).toHaveText(DAYS.map(([, name]) => name));
    const counts = DAYS.map(([date]) => agenda.sessions.filter(({ start }) => start.startsWith(date)).length);
    await expect(glance.getByText(/^\d+ sessions?$/)).toHaveText(counts.map((count) => `${count} sessions`));
    await expect(part(page, "Themes").getByRole("link")).toHaveText(agenda.themes.map(({ title }) => title));
    await expect(part(page, "Links").getByRole("link")).toHaveText(agenda.event.links.map(({ label }) => label));
    await part(page, "Themes").getByRole("link").first().click();
    await expect(page).toHaveURL("/themes/theme-1/");
  });
});

test.describe("the moment set by ?now=", () => {
  const NOW = "2021-06-28T12:10:00Z";

  test("is said on every page, on the clock to go by", async ({ page }) => {
    await visit(page, `/programme/?now=${NOW}`);
    for (const path of ["/programme/", "/", "/programme/2021-06-28/", "/themes/theme-1/", "/sessions/mon-theme-1/",
      "/watch/", "/people/", "/people/joe-miller/", "/mine/", "/about/", "/nowhere/"]) {
      await goInside(page, `${path}?now=${NOW}`);
      await expect(page.getByText("Shown as at 28 June 2021, 14:10, Copenhagen time."), path).toBeVisible();
      await expect(page.getByRole("link", { name: "Back to the present" })).toHaveAttribute("href", path);
    }
  });

  test("is kept across links, and left by the way back", async ({ page }) => {
    await visit(page, `/?now=${NOW}`);
    const note = page.getByText(/^Shown as at/);
    for (const [name, path] of [["Programme", "/programme/"], ["Wed 30", "/programme/2021-06-30/"],
      ["Asia regional breakout session", "/sessions/wed-asia/"], ["Keping Ma", "/people/keping-ma/"],
      ["Watch", "/watch/"], ["My schedule", "/mine/"], ["Choose from the programme", "/programme/"],
      ["About, privacy and data", "/about/"], ["Nodes 2021", "/"]]) {
      await page.getByRole("link", { name, exact: true }).click();
      await expect(page).toHaveURL(`${path}?now=${NOW}`);
      await expect(note).toBeVisible();
    }
    await expect(part(page, "On now")).toBeVisible();
    await page.getByRole("link", { name: "Back to the present" }).click();
    await expect(page).toHaveURL("/");
    await expect(note).toHaveCount(0);
    await expect(part(page, "On now")).toHaveCount(0);
    await page.getByRole("link", { name: "Programme", exact: true }).click();
    await expect(page).toHaveURL("/programme/");
  });

  test("is kept by the filter and by Back", async ({ page }) => {
    await visit(page, `/programme/?now=${NOW}`);
    await page.getByRole("combobox", { name: "Kind" }).selectOption({ label: "Game" });
    await expect(page).toHaveURL(`/programme/?kind=game&now=${NOW}`);
    await page.getByRole("link", { name: "Nodes vs. helpdesk battle" }).click();
    await expect(page).toHaveURL(`/sessions/fri-battle/?now=${NOW}`);
    await page.goBack();
    await expect(page).toHaveURL(`/programme/?kind=game&now=${NOW}`);
    await expect(page.getByText(/^Shown as at/)).toBeVisible();
  });

  test("takes any offset, and none at all when it is no moment", async ({ page }) => {
    for (const now of ["2021-06-28T14:10:00+02:00", "2021-06-28T14:10:00%2B02:00"]) {
      await visit(page, `/?now=${now}`);
      await expect(page.getByText("Shown as at 28 June 2021, 14:10, Copenhagen time."), now).toBeVisible();
    }
    await visit(page, "/?now=yesterday");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(EVENT);
    await expect(page.getByText(/^Shown as at/)).toHaveCount(0);
  });
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

test("people are listed by last name with what they do, and lead to their pages", async ({ page }) => {
  await visit(page, "/people/");
  const items = page.getByRole("main").getByRole("listitem");
  await expect(items).toHaveCount(agenda.people.length);
  const key = ({ name, organisation }) => (organisation ? name : `${name.split(" ").at(-1)} ${name}`);
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

test.describe("the programme’s filters", () => {
  const titles = (page) => page.getByRole("article").getByRole("heading", { level: 3 });

  test("by theme, by kind and by words are in the address, and narrow together", async ({ page }) => {
    await page.goto("/programme/");
    await page.getByRole("combobox", { name: "Theme" }).selectOption({ label: "Content and use" });
    await expect(page).toHaveURL("/programme/?theme=theme-4");
    await expect(titles(page)).toHaveText(["Live Q&A: theme 3 and theme 4"]);
    await page.getByRole("combobox", { name: "Theme" }).selectOption({ label: "Every theme" });
    await expect(page).toHaveURL("/programme/");
    await page.getByRole("combobox", { name: "Kind" }).selectOption({ label: "Live demo" });
    await expect(page).toHaveURL("/programme/?kind=demo");
    await expect(titles(page)).toHaveText(agenda.sessions.filter(({ kind }) => kind === "demo").map(({ title }) => title));
    await page.getByRole("searchbox", { name: "Search" }).fill("strategies");
    await expect(page).toHaveURL("/programme/?kind=demo&q=strategies");
    await expect(titles(page)).toHaveText([/^Live demos, group 2/]);
    await expect(page.getByRole("status").filter({ hasText: "1 session" })).toBeVisible();
    // Other words, and what else they find, are in crates/agenda (search, gnm2021).
    await page.getByRole("combobox", { name: "Kind" }).selectOption({ label: "Every kind" });
    await page.getByRole("searchbox", { name: "Search" }).fill("DÖRING");
    await expect(titles(page), "people too, in any case and with any accent").toHaveText(["Live Q&A: theme 3 and theme 4"]);
    await visit(page, "/programme/?theme=theme-1&kind=panel&q=nodes");
    await expect(titles(page), "by the address").toHaveText([/^Theme 1 panel/]);
    await expect(page.getByRole("combobox", { name: "Theme" })).toHaveValue("theme-1");
    await expect(page.getByRole("combobox", { name: "Kind" })).toHaveValue("panel");
    await expect(page.getByRole("searchbox", { name: "Search" })).toHaveValue("nodes");
  });

  test("say when nothing matches, and lead out", async ({ page }) => {
    await visit(page, "/programme/?q=zzz&theme=theme-1");
    await expect(page.getByRole("status").filter({ hasText: "Nothing matches." })).toBeVisible();
    await expect(page.getByRole("article")).toHaveCount(0);
    await page.getByRole("button", { name: "Clear the filter" }).click();
    await expect(page).toHaveURL("/programme/");
    await expect(page.getByRole("article")).toHaveCount(agenda.sessions.length);
    await expect(page.getByRole("searchbox", { name: "Search" })).toHaveValue("");
    await expect(page.getByRole("combobox", { name: "Theme" })).toHaveValue("");
    await expect(page.getByText("Nothing matches.")).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Clear the filter" })).toHaveCount(0);
  });

  test("a theme that does not exist finds nothing rather than everything", async ({ page }) => {
    await visit(page, "/programme/?theme=theme-9");
    await expect(page.getByText("Nothing matches.")).toBeVisible();
    await expect(page.getByRole("article")).toHaveCount(0);
  });

  test("are kept by the links to the days", async ({ page }) => {
    await visit(page, "/programme/?kind=regional");
    await expect(titles(page)).toHaveCount(6);
    const days = page.getByRole("navigation", { name: "Days" });
    await days.getByRole("link", { name: "Wed 30" }).click();
    await expect(page).toHaveURL("/programme/2021-06-30/?kind=regional");
    await expect(titles(page)).toHaveCount(6);
    await days.getByRole("link", { name: "Mon 28" }).click();
    await expect(page).toHaveURL("/programme/2021-06-28/?kind=regional");
    await expect(page.getByText("Nothing matches.")).toBeVisible();
    await expect(page.getByRole("combobox", { name: "Kind" })).toHaveValue("regional");
    await days.getByRole("link", { name: "All days" }).click();
    await expect(page).toHaveURL("/programme/?kind=regional");
    await expect(titles(page)).toHaveCount(6);
  });

  test("come back with Back", async ({ page }) => {
    await visit(page, "/programme/");
    await page.getByRole("searchbox", { name: "Search" }).fill("obis");
    await titles(page).getByRole("link", { name: /^OBIS/ }).click();
    await expect(page).toHaveURL("/sessions/thu-obis/");
    await page.goBack();
    await expect(page).toHaveURL("/programme/?q=obis");
    await expect(page.getByRole("searchbox", { name: "Search" })).toHaveValue("obis");
    await expect(titles(page).getByRole("link", { name: /^OBIS/ })).toBeVisible();
    await expect(page.getByRole("article")).not.toHaveCount(agenda.sessions.length);
  });

  test("typing keeps the caret where it is", async ({ page }) => {
    await visit(page, "/programme/?q=obs");
    const search = page.getByRole("searchbox", { name: "Search" });
    await search.focus();
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.type("i");
    await expect(search).toHaveValue("obis");
    await page.keyboard.press("Backspace");
    await page.keyboard.type("ii");
    await expect(search).toHaveValue("obiis");
    await expect(search).toBeFocused();
  });
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
