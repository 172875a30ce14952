// The programme's filters: in the address, narrowing together, kept by links and Back.
import { expect, test } from "@playwright/test";
import { readAgenda, visit, withAgenda } from "../helpers.mjs";

const agenda = readAgenda();

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

  test("by level, where sessions have one, with a badge that says so", async ({ page }) => {
    await visit(page, "/programme/");
    await expect(page.getByRole("combobox", { name: "Level" })).toHaveCount(0);
    const [first, second] = agenda.sessions;
    await withAgenda(page, ({ sessions }) => {
      sessions[0].level = "beginner";
      sessions[1].level = "advanced";
    });
    await visit(page, "/programme/");
    await page.getByRole("combobox", { name: "Level" }).selectOption({ label: "Advanced" });
    await expect(page).toHaveURL("/programme/?level=advanced");
    await expect(titles(page)).toHaveText([second.title]);
    await expect(page.getByRole("article").getByText("Advanced", { exact: true })).toBeVisible();
    await visit(page, "/programme/?level=beginner");
    await expect(titles(page)).toHaveText([first.title]);
    await page.getByRole("article").getByRole("link", { name: first.title }).click();
    await expect(page.getByRole("main").getByText("Beginner", { exact: true })).toBeVisible();
  });

  test("by room, language, person, recording, star and the visitor’s night, each in the address", async ({ page }) => {
    await withAgenda(page, ({ sessions, rooms = [], ...rest }) => {
      sessions[0].room = "hall";
      sessions[1].language = "pt-BR";
      return { ...rest, sessions, rooms: [...rooms, { id: "hall", title: "Hall" }] };
    });
    const [first, second] = agenda.sessions;
    const status = page.getByRole("status").filter({ hasText: "session" });
    await visit(page, "/programme/");
    await page.getByRole("combobox", { name: "Room" }).selectOption({ label: "Hall" });
    await expect(page).toHaveURL("/programme/?room=hall");
    await expect(titles(page)).toHaveText([first.title]);
    await page.getByRole("combobox", { name: "Room" }).selectOption({ label: "Every room" });
    await page.getByRole("combobox", { name: "Language" }).selectOption({ label: "Portuguese" });
    await expect(page).toHaveURL("/programme/?language=pt");
    await expect(titles(page)).toHaveText([second.title]);
    await page.getByRole("button", { name: `My schedule: ${second.title}`, exact: true }).click();
    await page.getByRole("combobox", { name: "Language" }).selectOption({ label: "Every language" });
    await page.getByRole("checkbox", { name: "In my schedule" }).check();
    await expect(page).toHaveURL("/programme/?mine");
    await expect(titles(page)).toHaveText([second.title]);
    const star = page.getByRole("button", { name: `My schedule: ${second.title}`, exact: true });
    await star.click();
    await expect(star, "it can be starred again").toHaveAttribute("aria-pressed", "false");
    await page.getByRole("checkbox", { name: "In my schedule" }).uncheck();
    await page.getByRole("checkbox", { name: "Recorded" }).check();
    await expect(page).toHaveURL("/programme/?recorded");
    await expect(titles(page)).toHaveCount(agenda.sessions.filter(({ recordings = [], talks = [] }) => [...recordings, ...talks].length).length);
    await page.getByRole("checkbox", { name: "Not in my night" }).check();
    await expect(page).toHaveURL("/programme/?recorded&awake");
    await expect(status).toBeVisible();
    await page.getByRole("button", { name: "Clear the filter" }).click();
    await expect(page).toHaveURL("/programme/");
    await expect(page.getByRole("checkbox", { name: "Recorded" })).not.toBeChecked();
    await visit(page, "/people/abby-benson/");
    await page.getByRole("link", { name: "These sessions in the programme" }).click();
    await expect(page).toHaveURL("/programme/?person=abby-benson");
    await expect(titles(page)).toHaveText([agenda.sessions.find(({ id }) => id === "thu-obis").title]);
    await page.getByRole("button", { name: "Everybody, not only Abby Benson" }).click();
    await expect(page).toHaveURL("/programme/");
    await expect(page.getByRole("article")).toHaveCount(agenda.sessions.length);
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

  test("words find best first, marked in the title or else shown from where they stand", async ({ page }) => {
    await withAgenda(page, ({ sessions, people }) => {
      people[0].name = "Nguyễn Tidal";
      const [first, second, third, ...others] = sessions;
      for (const session of others) session.people = [];
      Object.assign(first, { title: "Opening words", summary: `${"Before it. ".repeat(20)}On tides and moons. ${"After it. ".repeat(20)}`, people: [] });
      Object.assign(second, { title: "Of people", people: [{ person: people[0].id, role: "speaker" }], summary: "Nothing of it." });
      Object.assign(third, { title: "Tidal flats", people: [], summary: "Mud." });
    });
    await visit(page, "/programme/?q=tid");
    await expect(titles(page), "title, person, text").toHaveText(["Tidal flats", "Of people", "Opening words"]);
    const cards = page.getByRole("article");
    await expect(cards.nth(0).getByRole("heading").locator("mark")).toHaveText("Tid");
    await expect(cards.nth(0).locator("mark")).toHaveCount(1);
    await expect(cards.nth(1).locator("mark")).toHaveText("Tid");
    await expect(cards.nth(1).locator("p", { has: page.locator("mark") })).toHaveText("Nguyễn Tidal");
    await expect(cards.nth(2).locator("p", { has: page.locator("mark") })).toHaveText(/^…Before it\..* On tides and moons\. .*After it\.…$/);
    await expect(cards.nth(2), "each with its day").toContainText("Monday 28 June");
    await expect(page.getByRole("heading", { level: 2, name: /June/ })).toHaveCount(0);
    await page.getByRole("searchbox", { name: "Search" }).fill("nguyen");
    await expect(page).toHaveURL("/programme/?q=nguyen");
    await expect(cards).toHaveCount(1);
    await expect(cards.locator("mark"), "as it is written").toHaveText("Nguyễn");
    await page.getByRole("searchbox", { name: "Search" }).fill("tidel flots");
    await expect(cards.getByRole("heading").locator("mark"), "with a typo in each").toHaveText(["Tidal", "flats"]);
    await page.getByRole("searchbox", { name: "Search" }).fill("");
    await expect(page.locator("mark")).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 2, name: /June/ }), "day by day again").not.toHaveCount(0);
  });

  test("of many results the first are drawn, and the others on request", async ({ page }) => {
    await withAgenda(page, ({ sessions }) => {
      sessions.push(...Array.from({ length: 40 }, (_, index) => ({ ...sessions[0], id: `copy-${index}`, title: `Copy ${index}`, talks: [], links: [] })));
    });
    await visit(page, "/programme/?q=copy");
    await expect(page.getByRole("status").filter({ hasText: "40 sessions" })).toBeVisible();
    await expect(page.getByRole("article")).toHaveCount(25);
    await page.getByRole("button", { name: "Show all 40" }).click();
    await expect(page.getByRole("article")).toHaveCount(40);
    await expect(page.getByRole("button", { name: "Show all 40" })).toHaveCount(0);
  });

  test("a slash leads to the search field, but where one is written", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await visit(page, "/programme/");
    const search = page.getByRole("searchbox", { name: "Search" });
    await expect(search, "folded on a phone").toBeHidden();
    await page.keyboard.press("/");
    await expect(search).toBeFocused();
    await expect(search).toHaveValue("");
    await page.keyboard.type("a/b");
    await expect(search).toHaveValue("a/b");
    await expect(page).toHaveURL("/programme/?q=a%2Fb");
    await page.getByRole("combobox", { name: "Theme" }).focus();
    await page.keyboard.press("/");
    await expect(search).not.toBeFocused();
  });
});
