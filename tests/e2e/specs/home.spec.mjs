// The home page and the moment that is shown: before, during and after the event, by itself and by `?now=`.
import { expect, test } from "@playwright/test";
import { goInside } from "../built.mjs";
import { readAgenda, visit } from "../helpers.mjs";

const agenda = readAgenda();
const EVENT = agenda.event.title;

const DAYS = [
  ["2021-06-28", "Monday 28 June"],
  ["2021-06-29", "Tuesday 29 June"],
  ["2021-06-30", "Wednesday 30 June"],
  ["2021-07-01", "Thursday 1 July"],
  ["2021-07-02", "Friday 2 July"],
];

/** A section of the page, by its heading. */
function part(page, heading) {
  const found = page.getByRole("heading", { name: heading, exact: typeof heading === "string", level: 2 });
  return page.locator("section").filter({ has: found });
}

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
