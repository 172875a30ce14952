// Agendas unlike ours: none of anything, very many at once, and another language that is written from right to left.
import { expect, test } from "@playwright/test";
import { expectAccessible } from "../axe.mjs";
import { plant } from "../built.mjs";
import { visit, withAgenda } from "../helpers.mjs";

test.use({ viewport: { width: 360, height: 780 } });

const main = (page) => page.getByRole("main");
const h1 = (page) => page.getByRole("heading", { level: 1 });
const isWider = (page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test("without sessions every page says so, and the clock is named once", async ({ page }) => {
  await withAgenda(page, (agenda) => {
    for (const member of ["themes", "kinds", "rooms", "people", "sessions"]) agenda[member] = [];
    for (const change of agenda.revision.changes) delete change.sessions;
  });
  for (const [path, words] of [
    ["programme/", "No session is published yet."],
    ["mine/", "no session is published so far"],
    ["watch/", "Nothing can be watched yet."],
  ]) {
    await visit(page, `/${path}`);
    await expect(main(page)).toContainText(words);
    await expect(main(page).getByRole("link").first()).toBeVisible();
    await expect(page.locator(".clock-button")).not.toContainText("+");
  }
});

test("twenty-five sessions at the same time can be read on a phone’s timeline", async ({ page }) => {
  const ids = Array.from({ length: 25 }, (_, index) => `same-${index}`);
  await plant(page, Object.fromEntries(ids.map((id) => [`meridian/gnm2021/star/${id}`, "1 5 on"])));
  await withAgenda(page, (agenda) => {
    const [first] = agenda.sessions;
    const same = { kind: first.kind, start: "2021-06-30T09:00:00+02:00", end: "2021-06-30T10:30:00+02:00" };
    agenda.sessions.push(...ids.map((id, index) => ({ ...same, id, title: `Parallel session ${index + 1}` })));
  });
  // Before the event, when no day is folded.
  await visit(page, "/mine/?view=timeline&now=2021-06-27T08:00:00Z");
  const slots = main(page).locator(".slot").filter({ hasText: "Parallel session" });
  await expect(slots).toHaveCount(25);
  const widths = await slots.evaluateAll((all) => all.map((slot) => slot.getBoundingClientRect().width));
  expect(Math.min(...widths)).toBeGreaterThanOrEqual(80);
  expect(await isWider(page), "only the timeline is scrolled").toBe(false);
  await slots.last().getByRole("link").focus();
  await expect(slots.last()).toBeInViewport({ ratio: 0.9 });
});

test("titles from right to left have their direction, and the interface has its own", async ({ page }) => {
  const title = "محاضرة طويلة عن البيانات المفتوحة: C++ (الجزء 2)";
  await withAgenda(page, (agenda) => {
    agenda.event.language = "ar";
    agenda.sessions.find(({ id }) => id === "thu-obis").title = title;
  });
  await visit(page, "/sessions/thu-obis/");
  await expect(h1(page)).toHaveText(title);
  await expect(h1(page)).toHaveCSS("direction", "rtl");
  await expect(h1(page)).toHaveAttribute("lang", "ar");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("html")).toHaveCSS("direction", "ltr");
  expect(await isWider(page)).toBe(false);
  await expectAccessible(page);
  await visit(page, "/programme/");
  await expect(main(page).getByRole("heading", { name: title })).toHaveCSS("direction", "rtl");
  expect(await isWider(page)).toBe(false);
});
