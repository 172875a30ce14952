// Sessions that go on for a day and more, hours that a night has twice, and events that are spread over a year.
import { expect, test } from "@playwright/test";
import { visit, withAgenda } from "../helpers.mjs";

/** An event of four days in which clocks go back in the second night. */
const autumn = (agenda) => {
  const spans = [
    ["Exhibition", "2026-10-24T09:00:00+02:00", "2026-10-26T17:00:00+01:00"],
    ["Twice", "2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"],
    ["Hackathon", "2026-10-26T18:00:00+01:00", "2026-10-27T18:00:00+01:00"],
  ];
  put(agenda, spans, "2026-10-24", "2026-10-27");
};

/** Twelve evenings in a year. */
const series = (agenda) => {
  const month = (index) => `2026-${String(index + 1).padStart(2, "0")}-05`;
  const spans = Array.from({ length: 12 }, (_, index) => [`Evening ${index + 1}`, `${month(index)}T17:00:00Z`, `${month(index)}T18:00:00Z`]);
  put(agenda, spans, "2026-01-01", "2026-12-11");
};

function put(agenda, spans, start, end) {
  agenda.sessions = spans.map(([title, start, end], index) => ({ ...agenda.sessions[index], title, start, end, repeats: [] }));
  Object.assign(agenda.event, { start, end });
  agenda.revision.changes = [];
}

const titles = (page, day) => page.locator(`[id="${day}"]`).getByRole("heading", { level: 3 });

test("a long session names both dates and stands on each day it touches", async ({ page }) => {
  await withAgenda(page, autumn);
  await visit(page, "/programme/");
  await expect(titles(page, "2026-10-24")).toHaveText(["Exhibition"]);
  await expect(titles(page, "2026-10-25")).toHaveText(["Exhibition", "Twice"]);
  await expect(titles(page, "2026-10-26")).toHaveText(["Exhibition", "Hackathon"]);
  await expect(titles(page, "2026-10-27")).toHaveText(["Hackathon"]);
  const time = (title) => page.getByRole("article").filter({ hasText: title }).first().locator("time").first();
  await expect(time("Exhibition")).toHaveText("Sat 24 Oct, 09:00 to Mon 26 Oct, 17:00");
  await expect(time("Twice")).toHaveText("first 02:30 to second 02:30");
  // No word of it is cut off.
  const box = await time("Exhibition").boundingBox();
  const card = await page.getByRole("article").first().boundingBox();
  expect(box.x + box.width).toBeLessThanOrEqual(card.x + card.width);
});

test("starred, it is drawn on each day of my timeline, as far as that goes", async ({ page }) => {
  await withAgenda(page, autumn);
  await visit(page, "/programme/?now=2026-10-20T10:00:00Z");
  await page.getByRole("button", { name: "My schedule: Exhibition" }).first().click();
  await visit(page, "/mine/?view=timeline&now=2026-10-20T10:00:00Z");
  const slots = page.getByRole("link", { name: /^Exhibition/ });
  await expect(slots).toHaveCount(3);
  const heights = await slots.evaluateAll((slots) => slots.map((slot) => slot.closest("li").getBoundingClientRect().height));
  // 15, 25 and 17 hours.
  expect(heights[0]).toBeLessThan(heights[2]);
  expect(heights[2]).toBeLessThan(heights[1]);
});

test("it is on now on each of them", async ({ page }) => {
  await withAgenda(page, autumn);
  for (const now of ["2026-10-24T10:00:00Z", "2026-10-25T03:00:00Z", "2026-10-26T15:00:00Z"]) {
    await visit(page, `/?now=${now}`);
    const on = page.locator("section").filter({ has: page.getByRole("heading", { name: "On now" }) });
    await expect(on.getByRole("heading", { name: "Exhibition" })).toBeVisible();
  }
});

test("a series lists the days that have sessions, with their months", async ({ page }) => {
  await withAgenda(page, series);
  await visit(page, "/programme/");
  const days = page.getByRole("navigation", { name: "Days" }).getByRole("link").filter({ hasText: /\d/ });
  await expect(days).toHaveCount(12);
  await expect(days.first()).toHaveText("Mon 5 Jan", { useInnerText: true });
  await expect(days.last()).toHaveText("Sat 5 Dec", { useInnerText: true });
  await visit(page, "/");
  const glance = page.locator("section").filter({ has: page.getByRole("heading", { name: "The days at a glance" }) });
  await expect(glance.getByRole("listitem")).toHaveCount(12);
  await expect(glance.getByRole("link").first()).toHaveText("Monday 5 January");
});
