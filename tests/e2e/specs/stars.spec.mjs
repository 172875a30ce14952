// The star: on every card and page, counted, kept, and laid out as my schedule.
import { expect, test } from "@playwright/test";
import { goInside, plant } from "../built.mjs";
import { visit } from "../helpers.mjs";

const OBIS = "OBIS marine data mobilization session";
const PANEL = "Theme 1 panel: The role of nodes in GBIF’s next strategic period";
const EVALUATION = "Final evaluation";
const BEFORE = "?now=2021-06-27T10:00:00Z";

const starOf = (page, title) => page.getByRole("button", { name: `My schedule: ${title}`, exact: true });
const mineLink = (page) => page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: /^My schedule/ });
const count = (page) => {
  const link = page.getByRole("link", { name: /^My schedule/ });
  return page.getByRole("navigation", { name: "Main" }).getByRole("listitem").filter({ has: link });
};
const counts = (stars) => (stars ? new RegExp(`^My schedule\\D*${stars}\\D*$`) : "My schedule");
const main = (page) => page.getByRole("main");
const titles = (page) => main(page).getByRole("article").getByRole("heading", { level: 3 });

async function starOnProgramme(page, ...wanted) {
  await page.goto(`/programme/${BEFORE}`);
  for (const title of wanted) {
    await starOf(page, title).click();
    await expect(starOf(page, title)).toHaveAttribute("aria-pressed", "true");
  }
}

test("every session of the programme has one star: a toggle with a name and a pressed state, the same on its page", async ({ page }) => {
  await page.goto("/programme/");
  await expect(titles(page)).toHaveCount(18);
  for (const title of await titles(page).allTextContents()) {
    await expect(starOf(page, title)).toHaveCount(1);
  }
  await expect(main(page).getByRole("button", { name: /^My schedule: / })).toHaveCount(18);
  const star = starOf(page, OBIS);
  await expect(star).toHaveAttribute("aria-pressed", "false");
  await star.click();
  await expect(star).toHaveAttribute("aria-pressed", "true");
  await expect(starOf(page, PANEL), "no other star is touched").toHaveAttribute("aria-pressed", "false");
  await expect(main(page).getByRole("button", { pressed: true })).toHaveCount(1);
  await expect(main(page).getByRole("button", { name: `My schedule: ${OBIS}`, pressed: true })).toHaveCount(1);
  await star.click();
  await expect(star).toHaveAttribute("aria-pressed", "false");
  await page.getByRole("link", { name: OBIS, exact: true }).click();
  await expect(star).toHaveText("My schedule");
  await star.click();
  await expect(star).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("link", { name: "Programme", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Programme" })).toBeVisible();
  await expect(starOf(page, OBIS)).toHaveAttribute("aria-pressed", "true");
});

test("a star is the same wherever its session is listed", async ({ page }) => {
  await starOnProgramme(page, PANEL);
  const places = [
    "/programme/2021-06-28/",
    "/themes/theme-1/",
    "/sessions/mon-theme-1/",
    "/?now=2021-06-28T12:10:00Z",
    "/mine/",
  ];
  for (const place of places) {
    await page.goto(place);
    await expect(starOf(page, PANEL), place).toHaveAttribute("aria-pressed", "true");
  }
});

test("the head of the page counts the stars", async ({ page }) => {
  await page.goto("/programme/");
  await expect(count(page)).toHaveText(counts(0));
  await starOf(page, OBIS).click();
  await expect(count(page)).toHaveText(counts(1));
  await starOf(page, PANEL).click();
  await expect(count(page)).toHaveText(counts(2));
  await page.goto("/about/");
  await expect(count(page)).toHaveText(counts(2));
  await page.goto("/programme/");
  await starOf(page, PANEL).click();
  await starOf(page, OBIS).click();
  await expect(count(page)).toHaveText(counts(0));
});

test("my schedule lies day by day, in order of time", async ({ page }) => {
  // Starred in another order than they are held.
  await starOnProgramme(page, EVALUATION, OBIS, PANEL);
  await mineLink(page).click();
  await expect(page.getByRole("heading", { level: 1, name: "My schedule" })).toBeVisible();
  await expect(main(page).getByRole("heading", { level: 2 })).toHaveText([
    /Monday.* 28 June/,
    /Thursday.* 1 July/,
    /Friday.* 2 July/,
    "To watch",
    "Take it with you",
  ]);
  await expect(titles(page)).toHaveText([PANEL, OBIS, EVALUATION]);
});

test("my schedule says what is next, what is on, and that it is over; only of what is starred", async ({ page }) => {
  await plant(page, { "meridian/gnm2021/star/mon-theme-1": "1 5 on", "meridian/gnm2021/star/thu-obis": "1 5 on" });
  await visit(page, "/mine/?now=2021-06-28T10:00:00Z");
  await expect(main(page).getByText(`Next, in 2 h: ${PANEL}.`)).toBeVisible();
  for (const [now, words] of [
    ["2021-06-28T12:10:00Z", `On now: ${PANEL}.`],
    // Demos follow, which are not starred.
    ["2021-06-28T13:30:00Z", new RegExp(`^Next, .*: ${OBIS}\\.$`)],
    ["2021-06-30T15:50:00Z", `Next, in 1 day: ${OBIS}.`],
    ["2021-07-01T17:30:00Z", /All of it is over/],
  ]) {
    await goInside(page, `/mine/?now=${now}`);
    await expect(main(page).getByText(words), now).toBeVisible();
  }
});

test("an empty schedule says what to do and leads there", async ({ page }) => {
  await page.goto("/mine/");
  await expect(main(page).getByText(/Press the star on any session/)).toBeVisible();
  await main(page).getByRole("link", { name: "Choose from the programme" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Programme" })).toBeVisible();
  await starOf(page, OBIS).click();
  await mineLink(page).click();
  await expect(titles(page)).toHaveText([OBIS]);
  await expect(main(page).getByText(/Press the star on any session/)).toHaveCount(0);
});

test("stars outlive a reload and a closed tab", async ({ page, context }) => {
  await starOnProgramme(page, OBIS, PANEL);
  await page.reload();
  await expect(starOf(page, OBIS)).toHaveAttribute("aria-pressed", "true");
  await starOf(page, PANEL).click();
  await expect(starOf(page, PANEL)).toHaveAttribute("aria-pressed", "false");
  await page.close();
  const later = await context.newPage();
  await later.goto("/mine/");
  await expect(titles(later)).toHaveText([OBIS]);
});

test("a star taken away on my schedule leaves its row in sight until the page is left", async ({ page }) => {
  await starOnProgramme(page, OBIS, PANEL);
  await page.goto(`/mine/${BEFORE}`);
  await starOf(page, OBIS).click();
  await expect(starOf(page, OBIS)).toHaveAttribute("aria-pressed", "false");
  await expect(starOf(page, OBIS), "so that the next press can undo").toBeFocused();
  await expect(titles(page)).toHaveText([PANEL, OBIS]);
  await expect(count(page)).toHaveText(counts(1));
  await starOf(page, OBIS).click();
  await expect(starOf(page, OBIS)).toHaveAttribute("aria-pressed", "true");
  await starOf(page, PANEL).click();
  await expect(titles(page)).toHaveText([PANEL, OBIS]);
  await page.getByRole("link", { name: "People", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "People" })).toBeVisible();
  await mineLink(page).click();
  await expect(titles(page)).toHaveText([OBIS]);
});

test("with the last star taken away nothing untrue is said", async ({ page }) => {
  await starOnProgramme(page, OBIS);
  await page.goto(`/mine/${BEFORE}`);
  await expect(main(page).getByText(/^Next, /)).toBeVisible();
  await starOf(page, OBIS).click();
  await expect(starOf(page, OBIS)).toHaveAttribute("aria-pressed", "false");
  await expect(titles(page)).toHaveText([OBIS]);
  await expect(main(page).getByText(/^Next, /)).toHaveCount(0);
  // The event is still ahead.
  await expect(main(page).getByText(/is over/)).toHaveCount(0);
});

test("a star is reached and pressed by keyboard, and keeps the focus", async ({ page }) => {
  await page.goto("/programme/2021-07-01/");
  await main(page).getByRole("link", { name: OBIS }).focus();
  await page.keyboard.press("Tab");
  const star = starOf(page, OBIS);
  for (let step = 0; step < 4 && !(await star.evaluate((it) => it === document.activeElement)); step += 1) {
    await page.keyboard.press("Tab");
  }
  await expect(star).toBeFocused();
  await page.keyboard.press("Space");
  await expect(star).toHaveAttribute("aria-pressed", "true");
  await expect(star).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(star).toHaveAttribute("aria-pressed", "false");
  await expect(star).toBeFocused();
  const outline = await star.evaluate((it) => getComputedStyle(it).outlineStyle);
  expect(outline, "the focus can be seen").not.toBe("none");
});

test("stars are at least 44 by 44 pixels, and nothing covers one", { tag: "@fonts" }, async ({ page }) => {
  for (const place of ["/programme/", "/sessions/thu-obis/", "/watch/", "/themes/theme-1/"]) {
    await visit(page, place);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const sizes = await main(page).getByRole("button", { name: /^(My schedule|Watched): / }).evaluateAll((marks) =>
        marks.map((mark) => [mark.ariaLabel, mark.getBoundingClientRect().width, mark.getBoundingClientRect().height]),
      );
      expect(sizes.length).toBeGreaterThan(0);
      expect(sizes.filter(([, ...sides]) => Math.min(...sides) < 44), `${place} ${width} px`).toEqual([]);
    }
  }
  await page.setViewportSize({ width: 360, height: 800 });
  await goInside(page, "/programme/2021-07-01/");
  const star = starOf(page, OBIS);
  const { width, height } = await star.boundingBox();
  // A press in each corner counts: a little inside, because the corners are round.
  const corners = [[4, 4], [width - 4, 4], [4, height - 4], [width - 4, height - 4]];
  for (const [index, [x, y]] of corners.entries()) {
    await star.click({ position: { x, y } });
    await expect(star).toHaveAttribute("aria-pressed", String(index % 2 === 0));
  }
});
