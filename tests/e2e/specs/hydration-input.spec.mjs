// What a visitor does before the app is there is not lost when it hydrates the page: nor are their
// place, focus and selection.
import { expect } from "@playwright/test";
import { holdApp, isRead, readDist, twoFrames } from "../built.mjs";
import { keptIn, ready } from "../helpers.mjs";
import { test } from "../sites.mjs";

// Far from the venue, so that the app has a second clock to fill in.
test.use({ serviceWorkers: "block", timezoneId: "Asia/Kathmandu" });

const OBIS = "OBIS marine data mobilization session";
const BATTLE = "Nodes vs. helpdesk battle";
const STAR = (id) => `meridian/gnm2021/star/${id}`;

const main = (page) => page.getByRole("main");
const h1 = (page) => page.getByRole("heading", { level: 1 });
const titles = (page) => main(page).getByRole("article").getByRole("heading", { level: 3 });
const starOf = (page, title) => page.getByRole("button", { name: `My schedule: ${title}`, exact: true });
const search = (page) => page.getByRole("searchbox", { name: "Search" });
const clockButton = (page) => page.getByRole("button", { name: /^Times:/ });
const panel = (page) => page.getByRole("dialog", { name: "Times and colours" });
const focused = (page) =>
  page.evaluate(() => document.activeElement.ariaLabel ?? document.activeElement.getAttribute("href"));
const scrollY = (page) => page.evaluate(() => Math.round(window.scrollY));
const kept = async (page) => Object.keys(await keptIn(page)).sort();

/** Opens a page whose app is kept back; returns what lets it come. */
async function readOnly(page, address) {
  const release = await holdApp(page);
  await page.goto(address);
  await isRead(page);
  return release;
}

/** Selects all the text in an element. */
const select = (locator) => locator.evaluate((element) => window.getSelection().selectAllChildren(element));
const selected = (page) => page.evaluate(() => String(window.getSelection()));

/** Says in `window.isCompiled` when the app could start. */
const tellCompiled = () => {
  const { compileStreaming } = WebAssembly;
  WebAssembly.compileStreaming = async (source) => {
    const module = await compileStreaming.call(WebAssembly, source);
    window.isCompiled = true;
    return module;
  };
};

test("focus stays where it is: on a link, a star, a poster, the clocks", async ({ page }) => {
  const places = [
    ["/programme/", () => main(page).getByRole("link", { name: BATTLE })],
    ["/programme/", () => starOf(page, OBIS)],
    ["/sessions/fri-battle/", () => main(page).locator(".poster")],
    ["/", () => clockButton(page)],
  ];
  for (const [path, find] of places) {
    const release = await readOnly(page, path);
    await find().focus();
    await release();
    await expect(find()).toBeFocused();
    await page.unrouteAll();
  }
});

test.describe("the place stays", () => {
  test("in the middle of the programme", async ({ page }) => {
    const release = await readOnly(page, "/programme/");
    await starOf(page, OBIS).evaluate((star) => star.scrollIntoView({ block: "center" }));
    const before = await starOf(page, OBIS).boundingBox();
    await release();
    await twoFrames(page);
    const after = await starOf(page, OBIS).boundingBox();
    expect(Math.abs(after.y - before.y)).toBeLessThanOrEqual(1);
  });

  test("after a reload, before the app and with it", async ({ page }) => {
    await page.goto("/programme/");
    await ready(page);
    await starOf(page, OBIS).evaluate((star) => star.scrollIntoView({ block: "center" }));
    const place = await scrollY(page);
    expect(place).toBeGreaterThan(300);
    await expect.poll(() => page.evaluate(() => Number.parseInt(String(history.state), 10))).toBe(place);
    const release = await holdApp(page);
    await page.reload();
    await isRead(page);
    expect(Math.abs((await scrollY(page)) - place), "before").toBeLessThanOrEqual(1);
    await release();
    await twoFrames(page);
    expect(Math.abs((await scrollY(page)) - place), "with it").toBeLessThanOrEqual(1);
  });

  for (const [address, name] of [
    ["/sessions/thu-obis/#obis-nodes", "Collaboration between OBIS and GBIF nodes"],
    ["/about/#changes", "What changed in the programme"],
  ]) {
    test(`${address} shows what it names`, async ({ page }) => {
      const release = await readOnly(page, address);
      const place = main(page).locator(new URL(address, page.url()).hash);
      await expect(place).toBeInViewport();
      const before = await place.boundingBox();
      await release();
      await twoFrames(page);
      const after = await place.boundingBox();
      expect(Math.abs(after.y - before.y), name).toBeLessThanOrEqual(1);
    });
  }
});

test.describe("the app waits", () => {
  test("while text is selected, and comes when it no longer is", async ({ page }) => {
    await page.clock.install();
    await page.addInitScript(tellCompiled);
    await page.addInitScript(() => {
      // From the first moment on something is selected.
      const select = () => window.getSelection().selectAllChildren(document.querySelector("h1"));
      document.addEventListener("readystatechange", select);
    });
    await page.goto("/sessions/thu-obis/");
    await page.waitForFunction(() => window.isCompiled);
    await page.clock.runFor(10_000);
    expect(await selected(page)).toBe(OBIS);
    await expect(page.locator("html")).not.toHaveAttribute("data-live");
    await page.evaluate(() => window.getSelection().removeAllRanges());
    await page.clock.runFor(1_000);
    await ready(page);
  });

  test("not when a button is pressed meanwhile, and the selection stays", async ({ page }) => {
    const release = await readOnly(page, "/sessions/thu-obis/");
    await select(h1(page));
    await starOf(page, OBIS).focus();
    await page.keyboard.press("Enter");
    await release();
    await expect(starOf(page, OBIS)).toHaveAttribute("aria-pressed", "true");
    expect(await selected(page)).toBe(OBIS);
  });

  test("for a moment after each key, and no letter is lost", async ({ page }) => {
    const release = await readOnly(page, "/programme/");
    await search(page).focus();
    await page.keyboard.type("ob");
    const released = release();
    await page.keyboard.type("is", { delay: 50 });
    await released;
    await page.keyboard.type(" marine");
    await expect(search(page)).toHaveValue("obis marine");
    await expect(search(page)).toBeFocused();
    await expect(titles(page)).toHaveText([OBIS]);
  });
});

test.describe("what was done meanwhile is done", () => {
  test("a theme and a kind that are chosen and words that are typed filter, and the caret stays", async ({ page }) => {
    const release = await readOnly(page, "/programme/");
    await page.getByRole("combobox", { name: "Theme" }).selectOption("theme-1");
    await page.getByRole("combobox", { name: "Kind" }).selectOption("panel");
    await search(page).fill("ole of nodes");
    await page.keyboard.press("Home");
    await page.keyboard.type("R");
    await release();
    await expect(page.getByRole("combobox", { name: "Theme" })).toHaveValue("theme-1");
    await expect(page.getByRole("combobox", { name: "Kind" })).toHaveValue("panel");
    await expect(search(page)).toHaveValue("Role of nodes");
    await expect(titles(page)).toHaveText([/^Theme 1 panel/]);
    await expect(page).toHaveURL(/theme=theme-1/);
    await expect(page).toHaveURL(/[?&]q=Role(\+|%20)of(\+|%20)nodes(&|$)/);
    expect(await search(page).evaluate((field) => field.selectionStart)).toBe(1);
  });

  test("a filter in the address is there from the start of the app", async ({ page }) => {
    const release = await readOnly(page, "/programme/?q=OBIS");
    await release();
    await expect(search(page)).toHaveValue("OBIS");
    await expect(starOf(page, OBIS)).toBeVisible();
    await expect(titles(page).filter({ hasText: BATTLE })).toHaveCount(0);
  });

  test("stars show at once that they were pressed, and are kept; one pressed twice is none", async ({ page }) => {
    const release = await readOnly(page, "/programme/");
    await starOf(page, OBIS).click();
    await expect(starOf(page, OBIS)).toHaveAttribute("aria-pressed", "true");
    await starOf(page, "Final evaluation").click();
    await starOf(page, "Final evaluation").click();
    await starOf(page, BATTLE).click();
    await release();
    await expect(starOf(page, OBIS)).toHaveAttribute("aria-pressed", "true");
    await expect(starOf(page, BATTLE)).toHaveAttribute("aria-pressed", "true");
    await expect(starOf(page, "Final evaluation")).toHaveAttribute("aria-pressed", "false");
    await expect(page.locator("[aria-busy]")).toHaveCount(0);
    expect((await kept(page)).filter((key) => key !== STAR("fri-evaluation"))).toEqual([STAR("fri-battle"), STAR("thu-obis")]);
  });

  test("a star is stored at once: whoever leaves before the app is there has it", async ({ page }) => {
    await readOnly(page, "/programme/");
    const stored = async (id) => (await keptIn(page))[STAR(id)];
    await starOf(page, OBIS).click();
    expect(await stored("thu-obis")).toMatch(/^1 \d{13} on$/);
    await starOf(page, BATTLE).click();
    const before = await stored("fri-battle");
    await starOf(page, BATTLE).click();
    expect(await stored("fri-battle"), "pressed twice").toMatch(/^1 \d{13} off$/);
    expect(Number((await stored("fri-battle")).split(" ")[1])).toBeGreaterThan(Number(before.split(" ")[1]));
    await page.unrouteAll();
    await page.goto("/mine/");
    await expect(starOf(page, OBIS)).toHaveAttribute("aria-pressed", "true");
    await expect(starOf(page, BATTLE)).toHaveCount(0);
    const snapshot = () => page.evaluate(() => localStorage.getItem("meridian/gnm2021/known/thu-obis"));
    await expect.poll(snapshot, "and its snapshot").not.toBeNull();
  });

  test("what is starred is shown before the app is there, and can be unstarred; what another version wrote is left to the app", async ({ page }) => {
    const before = { [STAR("thu-obis")]: "1 1624000000000 on", [STAR("fri-battle")]: "2 1624000000000 off more" };
    await page.addInitScript((texts) => {
      if (localStorage.length === 0) Object.entries(texts).forEach(([key, text]) => localStorage.setItem(key, text));
    }, before);
    const release = await readOnly(page, "/programme/");
    await expect(starOf(page, OBIS)).toHaveAttribute("aria-pressed", "true");
    await starOf(page, OBIS).click();
    await starOf(page, BATTLE).click();
    await expect(starOf(page, BATTLE)).toHaveAttribute("aria-busy", "true");
    expect(await keptIn(page)).toEqual({ ...before, [STAR("thu-obis")]: expect.stringMatching(/^1 \d{13} off$/) });
    await release();
    await ready(page);
    await expect(starOf(page, OBIS)).toHaveAttribute("aria-pressed", "false");
    await expect(page.getByRole("status").filter({ hasText: "saved by a newer version" })).toBeVisible();
    expect((await keptIn(page))[STAR("fri-battle")]).toBe(before[STAR("fri-battle")]);
  });

  test("what was opened stays open, and the clocks' button opens its panel", async ({ page }) => {
    const release = await readOnly(page, "/sessions/thu-obis/");
    await main(page).getByText("What changed", { exact: true }).click();
    await clockButton(page).click();
    await release();
    await expect(main(page).getByText("The OBIS session begins an hour sooner")).toBeVisible();
    await expect(panel(page)).toBeVisible();
  });

  test("a link is followed by the browser, without the app", async ({ page }) => {
    await readOnly(page, "/programme/");
    await main(page).getByRole("link", { name: BATTLE, exact: true }).click();
    await expect(h1(page)).toHaveText(BATTLE);
    await expect(page).toHaveURL("/sessions/fri-battle/");
    await expect(page.locator("html")).not.toHaveAttribute("data-live");
  });
});

test("under /a/b/ it is all the same", async ({ page, web }) => {
  web.deploy("/a/b/", readDist());
  const release = await readOnly(page, `${web.origin}/a/b/programme/#2021-07-01`);
  await expect(page.getByRole("heading", { name: "Thursday 1 July" })).toBeInViewport();
  const place = await scrollY(page);
  await starOf(page, OBIS).click();
  await release();
  await expect(starOf(page, OBIS)).toHaveAttribute("aria-pressed", "true");
  expect(await focused(page)).toBe(`My schedule: ${OBIS}`);
  expect(Math.abs((await scrollY(page)) - place)).toBeLessThanOrEqual(1);
  await main(page).getByRole("link", { name: OBIS, exact: true }).click();
  await expect(h1(page)).toHaveText(OBIS);
  await expect(page).toHaveURL(`${web.origin}/a/b/sessions/thu-obis/`);
});
