// What the version before this one stored, wrote and handed on (tests/fixtures/today) is read without loss.
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { plant } from "../built.mjs";
import { readAgenda, visit, withAgenda } from "../helpers.mjs";
import { hours, line } from "../oracle.mjs";

const PREFIX = "meridian/gnm2021/";
const fixture = (name) => readFileSync(new URL(`../../fixtures/today/${name}`, import.meta.url), "utf8");
const STORAGE = JSON.parse(fixture("storage.json"));
const LINKS = Object.entries(JSON.parse(fixture("links.json")));
const BACKUP = JSON.parse(fixture("backup.json"));

const agenda = readAgenda();
const titleOf = (id) => agenda.sessions.find((session) => session.id === id)?.title;
// One of them could not be read any more by the version that stored it, and counts as kept.
const STARRED = ["mon-theme-1", "tue-theme-2", "wed-asia", "wed-africa", "wed-lac", "thu-obis", "fri-battle"];

const main = (page) => page.getByRole("main");
const h1 = (page) => page.getByRole("heading", { level: 1 });
const cards = (page) => main(page).locator("article.card");
const titles = (page) => cards(page).getByRole("heading", { level: 3 });
const card = (page, id) => cards(page).filter({ has: page.getByRole("heading", { name: titleOf(id), exact: true }) });
const note = (page, id) => card(page, id).getByRole("textbox", { name: `Your note: ${titleOf(id)}` });
const reminder = (page, id) => card(page, id).getByRole("combobox", { name: `Reminder in your calendar: ${titleOf(id)}` });
const maybe = (page, id) => card(page, id).getByRole("button", { name: `Maybe: ${titleOf(id)}` });
const stored = (page) => page.evaluate(() => ({ ...localStorage }));

/** That my schedule is that of the visitor whose storage and backup the fixtures are. */
async function expectSchedule(page) {
  await expect(titles(page)).toHaveText(STARRED.map(titleOf));
  await cards(page).locator(".bookmarked:not([open]) > summary").evaluateAll((all) => all.forEach((summary) => summary.click()));
  await expect(maybe(page, "wed-africa")).toHaveAttribute("aria-pressed", "true");
  await expect(maybe(page, "fri-battle")).toHaveAttribute("aria-pressed", "false");
  await expect(note(page, "thu-obis")).toHaveValue("Ask about “sampling events”\nof our coast,  and tides: 50 % — 潮 🌊");
  await expect(note(page, "mon-theme-1")).toHaveValue(" spaces stay ");
  await expect(note(page, "wed-asia")).toHaveValue("");
  await expect(reminder(page, "thu-obis")).toHaveValue("30");
  await expect(reminder(page, "mon-theme-1")).toHaveValue("1440");
  await expect(reminder(page, "wed-asia")).toHaveValue("");
  await expect(card(page, "wed-asia").locator("details.clash")).toContainText(titleOf("wed-africa"));
}

/** That hours are counted to twelve in Honolulu, and colours are dark. */
async function expectSettings(page) {
  const times = hours(agenda, ["Pacific/Honolulu"])["Pacific/Honolulu"]["thu-obis"];
  const when = card(page, "thu-obis").locator(".when");
  await expect(when).toContainText("Honolulu");
  await expect(when.getByRole("time").first()).toHaveText(line(times, "", { twelve: true }).split(" in your night")[0]);
  await expect(page.locator("html")).toHaveCSS("color-scheme", "dark");
}

test.describe("what it stored", () => {
  test.beforeEach(({ page }) => plant(page, STORAGE));

  test("is my schedule with all that I noted, and stays as it is", async ({ page }) => {
    await visit(page, "/mine/");
    await expectSchedule(page);
    await expectSettings(page);
    expect(await stored(page)).toEqual(STORAGE);
  });

  test("tells of a session that has moved since, and of one that is gone", async ({ page }) => {
    const before = readAgenda();
    const obis = before.sessions.find(({ id }) => id === "thu-obis");
    Object.assign(obis, { start: "2021-07-01T19:00:00+02:00", end: "2021-07-01T20:30:00+02:00" });
    const range = hours(before, ["Pacific/Honolulu"])["Pacific/Honolulu"]["thu-obis"].range12;
    await visit(page, "/mine/");
    const part = (heading) => main(page).locator("section").filter({ has: page.getByRole("heading", { name: heading }) });
    await expect(part("Changes")).toContainText(`Moved. It was Thursday 1 July, ${range}`);
    await expect(part("No longer in the programme")).toContainText("Data paper workshop");
  });

  test("has what I watched", async ({ page }) => {
    await visit(page, "/watch/");
    const titles = agenda.sessions.flatMap(({ talks = [] }) => talks);
    const tick = (id) => {
      const { title } = titles.find((talk) => talk.id === id);
      return main(page).getByRole("button", { name: `Watched: ${title}`, exact: true });
    };
    for (const id of ["welcome", "strategic-plan", "ala-alignment"]) {
      await expect(tick(id), id).toHaveAttribute("aria-pressed", "true");
    }
    await expect(tick("values")).toHaveAttribute("aria-pressed", "false");
    await expect(main(page).getByText(/^You have watched 3 of /)).toBeVisible();
  });

  test("can be changed: a star that was taken away comes back, one that could not be read goes", async ({ page }) => {
    await visit(page, "/programme/");
    const star = (id) => main(page).getByRole("button", { name: `My schedule: ${titleOf(id)}`, exact: true });
    await expect(star("fri-evaluation")).toHaveAttribute("aria-pressed", "false");
    await star("fri-evaluation").click();
    await star("wed-lac").click();
    await expect(star("wed-lac")).toHaveAttribute("aria-pressed", "false");
    const texts = await stored(page);
    expect(texts[`${PREFIX}star/fri-evaluation`]).toMatch(/^1 \d+ on$/);
    expect(texts[`${PREFIX}star/wed-lac`]).toMatch(/^1 \d+ off$/);
    expect(texts[`${PREFIX}aside/star/wed-lac`]).toBe(STORAGE[`${PREFIX}aside/star/wed-lac`]);
  });
});

test.describe("an address that it handed on", () => {
  for (const [name, { path, sessions, of, heading, words, cards: found }] of LINKS) {
    test(`leads to ${name}`, async ({ page }) => {
      if (of) await withAgenda(page, (agenda) => withMore(agenda, of));
      await visit(page, path);
      if (heading) await expect(h1(page)).toHaveText(heading);
      if (words) await expectSearch(page, path, words, found);
      if (sessions) await expectShared(page, sessions, of);
    });
  }
});

/** A programme of so many sessions, as it was when a link with many was made. */
function withMore({ sessions, ...rest }, number) {
  const plain = { ...sessions[0], talks: [], recordings: [], repeats: [], links: [], notes: [] };
  const more = Array.from({ length: number - sessions.length }, (_, index) => ({ ...plain, id: `more-${sessions.length + index}` }));
  return { ...rest, sessions: [...sessions, ...more] };
}

async function expectSearch(page, path, words, found) {
  const query = new URL(path, "http://host").searchParams;
  await expect(page.getByRole("searchbox", { name: "Search" })).toHaveValue(words);
  await expect(cards(page)).toHaveCount(found);
  for (const [label, key] of [["Theme", "theme"], ["Kind", "kind"]]) {
    await expect(main(page).getByRole("combobox", { name: label }).first()).toHaveValue(query.get(key) ?? "");
  }
}

/** The link held these sessions; of those that the programme has, each has a card. */
async function expectShared(page, ids, of) {
  await expect(h1(page)).toHaveText("A schedule was shared with you");
  const there = of ? ids : ids.filter(titleOf);
  await expect(cards(page)).toHaveCount(there.length);
  if (!of) expect((await titles(page).allTextContents()).sort()).toEqual(there.map(titleOf).sort());
  if (ids.length > there.length) await expect(main(page).getByText(/^2 sessions\. 1 of them is not in this programme/)).toBeVisible();
}

test("its backup is restored, to the last item", async ({ page }) => {
  await visit(page, "/mine/");
  const file = { name: "backup.json", mimeType: "application/json", buffer: Buffer.from(fixture("backup.json")) };
  await page.locator("#restore").setInputFiles(file);
  const preview = main(page).locator(".notice");
  await expect(preview).toContainText("Nothing has changed yet");
  // The first restores it, the other leaves it.
  await preview.getByRole("button").first().click();
  await expectSchedule(page);
  await expectSettings(page);
  const texts = await stored(page);
  const withoutClock = (text) => text?.replace(/^1 \d+/, "1 …");
  const on = Object.entries(BACKUP.items).filter(([, text]) => / on\b/.test(text));
  for (const [key, text] of on) expect(withoutClock(texts[PREFIX + key]), key).toBe(withoutClock(text));
  for (const [key, text] of Object.entries(BACKUP.settings)) expect(texts[PREFIX + key], key).toBe(text);
});
