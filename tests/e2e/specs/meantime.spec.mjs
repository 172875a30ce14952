// What a visitor does while the app is still on its way is not lost when it comes: nor are their
// place, focus and selection.
import { expect } from "@playwright/test";
import { KINDS, holdApp, isRead, plant, readDist, twoFrames } from "../built.mjs";
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

/** Counts in the page how far things jump, as browsers count it; call it before `goto`. */
const watchShift = (page) =>
  page.addInitScript(() => {
    let sum = 0;
    const add = (entries) => entries.forEach(({ hadRecentInput, value }) => (sum += hadRecentInput ? 0 : value));
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    window.shift = () => {
      add(observer.takeRecords());
      return sum;
    };
  });
const shift = (page) => page.evaluate(() => window.shift());

test.describe("nothing is made anew", () => {
  for (const path of Object.keys(KINDS).filter((path) => path !== "mine/")) {
    test(`headings, cards and links of /${path} are the same elements afterwards`, async ({ page }) => {
      const release = await readOnly(page, `/${path}`);
      const parts = "h1, h2, h3, article, a:not(.poster, .chapter), .star, nav, input, select, footer";
      await page.evaluate((parts) => {
        for (const part of document.querySelectorAll(parts)) part.isOld = true;
      }, parts);
      await release();
      const fresh = await page.evaluate((parts) => {
        const all = [...document.querySelectorAll(parts)].filter((part) => part.checkVisibility() && !part.isOld);
        return all.map((part) => part.outerHTML.slice(0, 100));
      }, parts);
      expect(fresh).toEqual([]);
    });
  }
});

test.describe("nothing jumps", () => {
  for (const width of [360, 1280]) {
    test(`on any page, ${width} px wide`, async ({ page }) => {
      await watchShift(page);
      await page.setViewportSize({ width, height: 800 });
      for (const path of Object.keys(KINDS)) {
        const release = await readOnly(page, `/${path}`);
        await release();
        await twoFrames(page);
        expect.soft(await shift(page), `/${path}`).toBeLessThanOrEqual(0.01);
        await page.unrouteAll();
      }
    });

    test(`in my schedule with six stars, ${width} px wide`, async ({ page }) => {
      const stars = ["mon-theme-1", "wed-eca", "wed-asia", "wed-lac", "thu-obis", "fri-battle"];
      await plant(page, Object.fromEntries(stars.map((id) => [STAR(id), "1 5 on"])));
      await watchShift(page);
      await page.setViewportSize({ width, height: 800 });
      const release = await readOnly(page, "/mine/");
      await release();
      await expect(main(page).getByRole("article")).toHaveCount(stars.length);
      await twoFrames(page);
      expect(await shift(page)).toBeLessThanOrEqual(0.01);
    });
  }
});

test.describe("focus stays", () => {
  const places = {
    "on a link": ["/programme/", (page) => main(page).getByRole("link", { name: BATTLE })],
    "on a star": ["/programme/", (page) => starOf(page, OBIS)],
    "on the poster of a video": ["/sessions/fri-battle/", (page) => main(page).getByLabel(/^Play: /)],
    "on the clocks": ["/", clockButton],
  };
  for (const [what, [path, find]] of Object.entries(places)) {
    test(what, async ({ page }) => {
      const release = await readOnly(page, path);
      await find(page).focus();
      await release();
      await expect(find(page)).toBeFocused();
    });
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
  test("words typed into the search filter, and the caret stays", async ({ page }) => {
    const release = await readOnly(page, "/programme/");
    await search(page).fill("BIS marine");
    await page.keyboard.press("Home");
    await page.keyboard.type("O");
    await release();
    await expect(search(page)).toHaveValue("OBIS marine");
    await expect(titles(page)).toHaveText([OBIS]);
    await expect(page).toHaveURL(/\?q=OBIS(\+|%20)marine$/);
    expect(await search(page).evaluate((field) => field.selectionStart)).toBe(1);
  });

  test("a theme and a kind chosen from their lists filter", async ({ page }) => {
    const release = await readOnly(page, "/programme/");
    await page.getByRole("combobox", { name: "Theme" }).selectOption("theme-1");
    await page.getByRole("combobox", { name: "Kind" }).selectOption("panel");
    await release();
    await expect(page.getByRole("combobox", { name: "Theme" })).toHaveValue("theme-1");
    await expect(page.getByRole("combobox", { name: "Kind" })).toHaveValue("panel");
    await expect(titles(page)).toHaveCount(1);
    await expect(page).toHaveURL(/theme=theme-1/);
  });

  test("a filter in the address is there from the start of the app", async ({ page }) => {
    const release = await readOnly(page, "/programme/?q=OBIS");
    await release();
    await expect(search(page)).toHaveValue("OBIS");
    await expect(starOf(page, OBIS)).toBeVisible();
    await expect(titles(page).filter({ hasText: BATTLE })).toHaveCount(0);
  });

  test("a star is kept, and shows at once that it was pressed", async ({ page }) => {
    const release = await readOnly(page, "/programme/");
    await starOf(page, OBIS).click();
    await expect(starOf(page, OBIS)).toHaveAttribute("aria-busy", "true");
    await release();
    await expect(starOf(page, OBIS)).toHaveAttribute("aria-pressed", "true");
    await expect(starOf(page, OBIS)).not.toHaveAttribute("aria-busy");
    expect(await kept(page)).toEqual([STAR("thu-obis")]);
  });

  test("several stars are all kept, and one pressed twice is none", async ({ page }) => {
    const release = await readOnly(page, "/programme/");
    await starOf(page, OBIS).click();
    await starOf(page, "Final evaluation").click();
    await starOf(page, "Final evaluation").click();
    await starOf(page, BATTLE).click();
    await release();
    await expect(starOf(page, OBIS)).toHaveAttribute("aria-pressed", "true");
    await expect(starOf(page, BATTLE)).toHaveAttribute("aria-pressed", "true");
    await expect(starOf(page, "Final evaluation")).toHaveAttribute("aria-pressed", "false");
    await expect(page.locator("[aria-busy]")).toHaveCount(0);
  });

  test("what was opened stays open", async ({ page }) => {
    const release = await readOnly(page, "/sessions/thu-obis/");
    await main(page).getByText("What changed", { exact: true }).click();
    await release();
    await expect(main(page).getByText("The OBIS session begins an hour sooner")).toBeVisible();
  });

  test("the clocks' button opens its panel", async ({ page }) => {
    const release = await readOnly(page, "/");
    await clockButton(page).click();
    await release();
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
