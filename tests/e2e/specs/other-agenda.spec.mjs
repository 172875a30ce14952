// A page made from another programme than the one on the server: with the app it is the new one, wholly, as if it
// had been made from that; and a page of the same one is, hydrated, what the app would have made.
import { expect } from "@playwright/test";
import { KINDS, goInside, holdApp, isRead, readDist, twoFrames } from "../built.mjs";
import { readAgenda, ready } from "../helpers.mjs";
import { dayMark, hours } from "../oracle.mjs";
import { test } from "../sites.mjs";

test.use({ serviceWorkers: "block", timezoneId: "Asia/Kathmandu" });

const OBIS = "OBIS marine data mobilization session";
const NEW_OBIS = "Marine data, mobilized by OBIS";
const BATTLE = "Nodes vs. helpdesk battle";
const ADDED = { id: "fri-party", title: "Farewell party" };

const main = (page) => page.getByRole("main");
const h1 = (page) => page.getByRole("heading", { level: 1 });

/** The next revision: a session renamed, moved and shortened, one gone, one added, a person and a theme renamed. */
function nextRevision() {
  const agenda = readAgenda();
  const obis = agenda.sessions.find(({ id }) => id === "thu-obis");
  Object.assign(obis, { title: NEW_OBIS, start: "2021-07-02T18:30:00+02:00", end: "2021-07-02T19:30:00+02:00" });
  obis.talks.pop();
  agenda.sessions = agenda.sessions.filter(({ id }) => id !== "fri-battle");
  const start = "2021-07-02T20:00:00+02:00";
  agenda.sessions.push({ ...ADDED, kind: "networking", start, end: "2021-07-02T21:00:00+02:00" });
  agenda.themes[2].title = "Tools, and what they are for";
  agenda.people.find(({ id }) => id === "abby-benson").name = "Abigail Benson";
  for (const change of agenda.revision.changes) delete change.sessions;
  const change = { at: "2021-07-08T10:00:00+02:00", text: "The OBIS session moves to Friday." };
  agenda.revision.changes.push(change);
  Object.assign(agenda.revision, { number: agenda.revision.number + 1, published: change.at });
  return agenda;
}

const serve = (page, agenda) => page.route("**/agenda.json", (route) => route.fulfill({ json: agenda }));

/** All that is in the body, a line for each element and text; what a visitor can change as it now is. */
const everything = (page) =>
  page.evaluate(() => {
    // A heading that had the focus can have it.
    const changing = ["value", "checked", "selected", "tabindex"];
    const write = (node, indent) => {
      const attributes = [...node.attributes].filter(({ name }) => !changing.includes(name));
      const state = changing.slice(0, 3).filter((name) => name in node).map((name) => `${name}:${node[name]}`);
      const words = attributes.map(({ name, value }) => `${name}="${value}"`).sort();
      const lines = [`${indent}<${[node.localName, ...words, ...state].join(" ")}>`];
      let text = "";
      for (const child of node.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) text += child.data;
        if (child.nodeType !== Node.ELEMENT_NODE) continue;
        lines.push(`${indent} ${text}`, ...write(child, `${indent} `));
        text = "";
      }
      return [...lines, `${indent} ${text}`].filter((line) => line.trim());
    };
    return write(document.body, "");
  });

const PROGRAMMES = { "of the same programme": readAgenda(), "of an older programme": nextRevision() };

for (const [which, agenda] of Object.entries(PROGRAMMES)) {
  test(`a page ${which} is with the app what the app would have made`, async ({ page }) => {
    test.setTimeout(180_000);
    await serve(page, agenda);
    // Each page tells anew that the programme was updated.
    await page.addInitScript(() => localStorage.removeItem("meridian/gnm2021/told/programme"));
    await page.goto("/people/markus-doering/");
    await ready(page);
    const anew = {};
    for (const path of Object.keys(KINDS)) {
      await goInside(page, `/${path}`);
      anew[path] = await everything(page);
    }
    for (const path of Object.keys(KINDS)) {
      await page.goto(`/${path}`);
      await ready(page);
      await twoFrames(page);
      expect(await everything(page), `/${path}`).toEqual(anew[path]);
    }
  });
}

test("the programme is exactly the new one, hours and all", async ({ page }) => {
  const agenda = nextRevision();
  await serve(page, agenda);
  const release = await holdApp(page);
  await page.goto("/programme/");
  await isRead(page);
  await expect(main(page).getByRole("heading", { name: OBIS })).toBeVisible();
  await release();
  const sessions = [...agenda.sessions].sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
  const cards = main(page).getByRole("article");
  await expect(cards).toHaveCount(sessions.length);
  const titles = await cards.getByRole("heading", { level: 3 }).allTextContents();
  expect([...titles].sort()).toEqual(sessions.map(({ title }) => title).sort());
  const [here, there] = ["Asia/Kathmandu", "Europe/Copenhagen"].map((zone) => hours(agenda, [zone])[zone]);
  for (const { id, title } of sessions) {
    const card = cards.filter({ has: page.getByRole("heading", { name: title, exact: true }) });
    await expect(card.getByRole("time"), title).toHaveText([here[id].range, there[id].range]);
    const mark = dayMark(here[id].days);
    if (mark) await expect(card, title).toContainText(mark);
  }
  const friday = page.locator("section").filter({ has: page.getByRole("heading", { name: "Friday 2 July" }) });
  await expect(friday.getByRole("heading", { name: NEW_OBIS })).toBeVisible();
  const html = await page.locator("body").innerHTML();
  for (const old of [OBIS, BATTLE, readAgenda().themes[2].title]) expect(html).not.toContain(old);
  const revision = `Programme revision ${agenda.revision.number}, 8 July 2021`;
  await expect(page.getByRole("contentinfo")).toContainText(revision);
});

test("it is said that the programme was updated; of the same one nothing is said", async ({ page }) => {
  const said = page.getByRole("status").getByText("The programme was updated");
  await page.goto("/programme/");
  await ready(page);
  await expect(said).toHaveCount(0);
  await serve(page, nextRevision());
  await page.reload();
  await expect(said).toHaveCount(1);
  await page.getByRole("link", { name: "What changed" }).click();
  await expect(main(page)).toContainText("The OBIS session moves to Friday.");
});

for (const base of ["/", "/a/b/"]) {
  test.describe(`under ${base}`, () => {
    test("a session that was added since has its page", async ({ page, web }) => {
      web.deploy(base, { ...readDist(), "agenda.json": JSON.stringify(nextRevision()) });
      const response = await page.goto(`${web.origin}${base}sessions/${ADDED.id}/`);
      expect(response.status(), "there is no file yet").toBe(404);
      await expect(h1(page)).toHaveText(ADDED.title);
      await expect(page).toHaveTitle(new RegExp(`^${ADDED.title} · `));
      await page.getByRole("button", { name: `My schedule: ${ADDED.title}` }).click();
      await page.getByRole("link", { name: /^My schedule/ }).first().click();
      await expect(main(page).getByRole("heading", { name: ADDED.title })).toBeVisible();
      await expect(page).toHaveURL(`${web.origin}${base}mine/`);
      await main(page).getByRole("link", { name: ADDED.title, exact: true }).first().click();
      await expect(page).toHaveURL(`${web.origin}${base}sessions/${ADDED.id}/`);
    });

    test("a session that was taken out is no longer shown", async ({ page, web }) => {
      web.deploy(base, { ...readDist(), "agenda.json": JSON.stringify(nextRevision()) });
      await page.goto(`${web.origin}${base}sessions/fri-battle/`);
      await expect(h1(page)).toHaveText("Page not found");
      await expect(main(page)).not.toContainText(BATTLE);
      await main(page).getByRole("link", { name: "Find a session in the programme" }).click();
      await expect(page).toHaveURL(`${web.origin}${base}programme/`);
      await expect(h1(page)).toHaveText("Programme");
    });
  });
}
