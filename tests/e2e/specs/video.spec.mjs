// Recordings: nothing from anyone else before the click, and then the right player in the right place.
import { expect, test } from "@playwright/test";
import { goInside, twoFrames } from "../built.mjs";
import { readAgenda, visit, watchOrigin } from "../helpers.mjs";
import { BATTLE, WIDE, article, player, poster, stubOthers } from "../video.mjs";

const CLASSIC = { page: "/sessions/tue-theme-2/", title: "Aligning GBIF and ALA", id: "566499732" };

function everyPage() {
  const agenda = readAgenda();
  return [
    "/",
    "/?now=2021-06-20T10:00:00Z",
    "/?now=2021-06-28T12:10:00Z",
    "/programme/",
    ...["28", "29", "30"].map((day) => `/programme/2021-06-${day}/`),
    ...["01", "02"].map((day) => `/programme/2021-07-${day}/`),
    ...agenda.themes.map((theme) => `/themes/${theme.id}/`),
    ...agenda.sessions.map((session) => `/sessions/${session.id}/`),
    "/watch/",
    "/people/",
    ...agenda.people.map((person) => `/people/${person.id}/`),
    "/mine/",
    "/about/",
    "/nowhere/",
  ];
}

test.describe("before the click", () => {
  // Each page by its own address: hydration.spec.mjs.
  test("no page asks anything of anyone else", async ({ page }) => {
    test.setTimeout(120_000);
    const leaving = watchOrigin(page);
    await stubOthers(page);
    await visit(page, "/");
    for (const place of everyPage()) {
      await goInside(page, place);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await page.getByRole("contentinfo").scrollIntoViewIfNeeded();
      expect(leaving, place).toEqual([]);
      await expect(page.locator("iframe, video"), place).toHaveCount(0);
    }
    const resources = await page.evaluate(() => performance.getEntriesByType("resource").map((entry) => entry.name));
    const origin = new URL(page.url()).origin;
    expect(resources.filter((name) => !name.startsWith(`${origin}/`))).toEqual([]);
  });

  test("a poster says whose player it loads; to point at it or to give it the focus loads nothing", async ({ page }) => {
    const leaving = watchOrigin(page);
    await stubOthers(page);
    await visit(page, WIDE.page);
    await expect(poster(page, WIDE.title)).toContainText("Vimeo");
    await poster(page, WIDE.title).hover();
    await poster(page, WIDE.title).focus();
    await twoFrames(page);
    expect(leaving).toEqual([]);
  });
});

test.describe("after the click", () => {
  test("by keyboard: Enter starts it, and the next Tab is inside the player", async ({ page }) => {
    await stubOthers(page);
    await page.goto(WIDE.page);
    await poster(page, WIDE.title).focus();
    await page.keyboard.press("Enter");
    await expect(player(page, WIDE.title)).toBeFocused();
    const inside = page.frameLocator("iframe").getByRole("button", { name: "Stub of the player" });
    await expect(inside).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(inside).toBeFocused();
  });

  for (const [{ page: place, title, id }, ratio, width] of [[WIDE, 16 / 9, 360], [WIDE, 16 / 9, 1280], [CLASSIC, 4 / 3, 360]]) {
    test(`“${title}” plays from Vimeo, which is asked not to track, in its shape at ${width} px, and nothing moves`, { tag: "@fonts" }, async ({ page }) => {
      const asked = await stubOthers(page);
      await page.setViewportSize({ width, height: 900 });
      await visit(page, place);
      await poster(page, title).scrollIntoViewIfNeeded();
      const own = article(page, title);
      const before = { poster: await poster(page, title).boundingBox(), article: await own.boundingBox() };
      expect(before.poster.width / before.poster.height).toBeCloseTo(ratio, 1);
      await page.evaluate(() => {
        window.shifts = [];
        window.watcher = new PerformanceObserver((list) => window.shifts.push(...list.getEntries()));
        window.watcher.observe({ type: "layout-shift" });
      });
      await poster(page, title).click();
      await expect(page.frameLocator("iframe").getByText("Stub of the player")).toBeVisible();
      const src = new URL(await player(page, title).getAttribute("src"));
      expect(src.origin + src.pathname).toBe(`https://player.vimeo.com/video/${id}`);
      expect(src.searchParams.get("dnt")).toBe("1");
      expect(asked).toHaveLength(1);
      await expect(poster(page, title)).toHaveCount(0);
      await expect(player(page, title)).toBeFocused();
      const after = { poster: await player(page, title).boundingBox(), article: await own.boundingBox() };
      for (const box of ["poster", "article"]) {
        for (const side of ["x", "y", "width", "height"]) {
          expect(Math.abs(after[box][side] - before[box][side]), `${side} of the ${box}`).toBeLessThanOrEqual(1);
        }
      }
      const shifts = await page.evaluate(async () => {
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
        return [...window.shifts, ...window.watcher.takeRecords()].map((entry) => entry.value);
      });
      expect(shifts).toEqual([]);
    });
  }

  test("it is gone once the page is left, and Back brings the poster", async ({ page }) => {
    await stubOthers(page);
    await page.goto(WIDE.page);
    await poster(page, WIDE.title).click();
    await expect(player(page, WIDE.title)).toBeVisible();
    await page.getByRole("link", { name: "Programme", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Programme" })).toBeVisible();
    await expect(page.locator("iframe")).toHaveCount(0);
    expect(page.frames()).toHaveLength(1);
    await page.goBack();
    await expect(poster(page, WIDE.title)).toBeVisible();
    await expect(page.locator("iframe")).toHaveCount(0);
  });

  test("starring and ticking on the page leave a running video alone", async ({ page }) => {
    const asked = await stubOthers(page);
    await page.goto(WIDE.page);
    await poster(page, WIDE.title).click();
    await expect(page.frameLocator("iframe").getByText("Stub of the player")).toBeVisible();
    await page.getByRole("button", { name: /^My schedule: / }).click();
    await page.getByRole("button", { name: `Watched: ${WIDE.title}`, exact: true }).click();
    await expect(page.getByRole("button", { name: `Watched: ${WIDE.title}`, exact: true, pressed: true })).toBeVisible();
    await expect(player(page, WIDE.title)).toBeVisible();
    expect(asked, "it was not loaded anew").toHaveLength(1);
  });
});

test.describe("chapters", () => {
  const marks = [
    ["7:05", "Warm-up", 425],
    ["12:05", "Custom metrics", 725],
    ["53:20", "Ingestion history", 3200],
  ];
  test("all seven are there, in order, each a large enough button that starts the video at its time", async ({ page }) => {
    await stubOthers(page);
    await visit(page, BATTLE.page);
    await expect(page.getByRole("list", { name: "Chapters" })).toBeVisible();
    const buttons = page.getByRole("button", { name: /^\d+:\d\d / });
    await expect(buttons).toHaveCount(7);
    const names = readAgenda().sessions.find((session) => session.id === "fri-battle").recordings[0].chapters;
    await expect(buttons).toHaveText(names.map(({ at, title }) => `${at} ${title}`));
    for (const button of await buttons.all()) expect((await button.boundingBox()).height).toBeGreaterThanOrEqual(44);
    for (const [mark, chapter, seconds] of marks) {
      await goInside(page, "/people/");
      await goInside(page, BATTLE.page);
      await expect(poster(page, BATTLE.title)).toBeVisible();
      await page.getByRole("button", { name: `${mark} ${chapter}`, exact: true }).click();
      await expect(player(page, BATTLE.title), chapter).toHaveAttribute("src", new RegExp(`#t=${seconds}s$`));
      await expect(page.frameLocator("iframe").getByText(`#t=${seconds}s`)).toBeVisible();
      await expect(player(page, BATTLE.title)).toBeFocused();
    }
  });

  test("another chapter moves a running video", async ({ page }) => {
    await stubOthers(page);
    await page.goto(BATTLE.page);
    await poster(page, BATTLE.title).click();
    await expect(page.frameLocator("iframe").getByText("#t=0s")).toBeVisible();
    await page.getByRole("button", { name: "12:05 Custom metrics", exact: true }).click();
    await expect(page.frameLocator("iframe").getByText("#t=725s")).toBeVisible();
    await expect(page.locator("iframe")).toHaveCount(1);
  });

  test("the same chapter again goes back to its start", async ({ page }) => {
    const asked = await stubOthers(page);
    await page.goto(BATTLE.page);
    for (const times of [1, 2]) {
      await page.getByRole("button", { name: "7:05 Warm-up", exact: true }).click();
      await expect.poll(() => asked.length).toBe(times);
      await expect(page.frameLocator("iframe").getByText("#t=425s")).toBeVisible();
    }
  });
});
