// Rooms: a page for each, and the screen at its door.
import { expect, test } from "@playwright/test";
import { expectAccessibleInBoth } from "../axe.mjs";
import { readAgenda, visit, withAgenda } from "../helpers.mjs";

const main = (page) => page.getByRole("main");
const TITLES = Object.fromEntries(readAgenda().sessions.map(({ id, title }) => [id, title]));

/** Two sessions of Wednesday stand in one room. */
const withRooms = (page) =>
  withAgenda(page, (agenda) => {
    agenda.rooms = [{ id: "hall", title: "Great hall" }, { id: "attic", title: "Attic" }];
    for (const session of agenda.sessions) if (["wed-asia", "wed-lac"].includes(session.id)) session.room = "hall";
  });

test("a room has a page with its sessions, to which they lead", async ({ page }) => {
  await withRooms(page);
  await visit(page, "/sessions/wed-asia/");
  await main(page).getByRole("link", { name: "Great hall" }).click();
  await expect(page).toHaveURL("/rooms/hall/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Great hall");
  await expect(main(page).getByRole("article").getByRole("heading")).toHaveText([TITLES["wed-asia"], TITLES["wed-lac"]]);
  await visit(page, "/rooms/attic/");
  await expect(main(page)).toContainText("Nothing is planned in this room yet.");
  await visit(page, "/rooms/cellar/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found");
});

test("the screen at its door says what is on and what comes next, at the venue, and nothing else", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await withRooms(page);
  await visit(page, "/rooms/hall/?now=2021-06-30T08:30:00Z");
  await main(page).getByRole("link", { name: "A screen for the door of this room" }).click();
  await expect(page).toHaveURL(/\/rooms\/hall\/\?screen&now=/);
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(main(page)).toContainText("10:30");
  const part = (name) => main(page).locator("section").filter({ has: page.getByRole("heading", { name, exact: true }) });
  await expect(part("Now").getByRole("heading", { level: 3 })).toHaveText([TITLES["wed-asia"]]);
  await expect(part("Next").getByRole("heading", { level: 3 })).toHaveText([TITLES["wed-lac"]]);
  await expect(part("Next")).toContainText("17:00");
  await expectAccessibleInBoth(page);
  await visit(page, "/rooms/hall/?screen&now=2021-07-09T08:30:00Z");
  await expect(main(page)).toContainText("Nothing more is planned in this room.");
});
