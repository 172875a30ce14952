// The star: on every card and page, counted, kept, and laid out as my schedule.
import { expect, test } from "@playwright/test";

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

test("a star on a card is a toggle with a name and a pressed state", async ({ page }) => {
  await page.goto("/programme/");
  const star = starOf(page, OBIS);
  await expect(star).toHaveAttribute("aria-pressed", "false");
  await star.click();
  await expect(star).toHaveAttribute("aria-pressed", "true");
  await expect(starOf(page, PANEL), "no other star is touched").toHaveAttribute("aria-pressed", "false");
  await star.click();
  await expect(star).toHaveAttribute("aria-pressed", "false");
});

test("every session of the programme has exactly one star", async ({ page }) => {
  await page.goto("/programme/");
  await expect(titles(page)).toHaveCount(18);
  for (const title of await titles(page).allTextContents()) {
    await expect(starOf(page, title)).toHaveCount(1);
  }
  await expect(main(page).getByRole("button", { name: /^My schedule: / })).toHaveCount(18);
});

test("the star of a session page shows its words and is the same as the card's", async ({ page }) => {
  await page.goto("/sessions/thu-obis/");
  const star = starOf(page, OBIS);
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

test("my schedule says what is next, what is on, and that it is over", async ({ page }) => {
  await starOnProgramme(page, PANEL, OBIS);
  await page.goto("/mine/?now=2021-06-28T10:00:00Z");
  await expect(main(page).getByText(`Next, in 2 h: ${PANEL}.`)).toBeVisible();
  await page.goto("/mine/?now=2021-06-28T12:10:00Z");
  await expect(main(page).getByText(`On now: ${PANEL}.`)).toBeVisible();
  await page.goto("/mine/?now=2021-06-28T13:30:00Z");
  await expect(main(page).getByText(new RegExp(`^Next, .*: ${OBIS}\\.$`))).toBeVisible();
  await page.goto("/mine/?now=2021-07-01T17:30:00Z");
  await expect(main(page).getByText(/All of it is over/)).toBeVisible();
});

test("a whole day ahead is said as such", async ({ page }) => {
  await starOnProgramme(page, OBIS);
  await page.goto("/mine/?now=2021-06-30T15:50:00Z");
  await expect(main(page).getByText(`Next, in 1 day: ${OBIS}.`)).toBeVisible();
});

test("what is next leaves out what is not starred", async ({ page }) => {
  await starOnProgramme(page, OBIS);
  await page.goto("/mine/?now=2021-06-28T12:10:00Z");
  await expect(main(page).getByText(new RegExp(`^Next, .*: ${OBIS}\\.$`))).toBeVisible();
  await expect(main(page)).not.toContainText(PANEL);
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

for (const width of [320, 1280]) {
  test(`stars are at least 44 by 44 pixels at a width of ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const place of ["/programme/", "/sessions/thu-obis/", "/watch/", "/themes/theme-1/"]) {
      await page.goto(place);
      const marks = main(page).getByRole("button", { name: /^(My schedule|Watched): / });
      await expect(marks.first()).toBeVisible();
      for (const mark of await marks.all()) {
        const { width, height } = await mark.boundingBox();
        const name = await mark.getAttribute("aria-label");
        expect(Math.min(width, height), `${place} ${name}`).toBeGreaterThanOrEqual(44);
      }
    }
  });
}

test("nothing covers a star: a press in each of its corners counts", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto("/programme/2021-07-01/");
  const star = starOf(page, OBIS);
  const { width, height } = await star.boundingBox();
  // A little inside, because the corners are round.
  const corners = [[4, 4], [width - 4, 4], [4, height - 4], [width - 4, height - 4]];
  for (const [index, [x, y]] of corners.entries()) {
    await star.click({ position: { x, y } });
    await expect(star).toHaveAttribute("aria-pressed", String(index % 2 === 0));
  }
});

test("pressed stars are announced as such, and as nothing else", async ({ page }) => {
  await starOnProgramme(page, OBIS);
  await page.goto("/programme/2021-07-01/");
  await expect(main(page).getByRole("button", { pressed: true })).toHaveCount(1);
  await expect(main(page).getByRole("button", { name: `My schedule: ${OBIS}`, pressed: true })).toHaveCount(1);
});
