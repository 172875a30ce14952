// Planning: what clashes, what is free and what fits there, my schedule to scale, what is still to
// be watched. Expected hours are those of the agenda, by an independent clock.
import { expect, test } from "@playwright/test";
import { expectAccessible, expectAccessibleInBoth } from "../axe.mjs";
import { plant } from "../built.mjs";
import { readAgenda, visit, withAgenda } from "../helpers.mjs";
import { hours } from "../oracle.mjs";

const ASIA = "Asia regional breakout session";
const AFRICA = "Africa regional breakout session";
const EUROPE = "Europe and Central Asia regional breakout session";
const ICEBREAKER = "Icebreaker – Interactive networking";
const AGAIN = "Icebreaker – Interactive networking (repeat)";
const SIX = ["mon-icebreaker", "mon-theme-1", "tue-theme-2", "wed-asia", "thu-obis", "fri-battle"];
const REGIONS = ["wed-eca", "wed-asia", "wed-africa", "wed-lac"];

// What is free is shown of what is still to come.
const BEFORE = "now=2021-06-01T00:00:00Z";

const agenda = readAgenda();
const session = (id) => agenda.sessions.find((session) => session.id === id);
const main = (page) => page.getByRole("main");
const starOf = (page, title) => main(page).getByRole("button", { name: `My schedule: ${title}`, exact: true });
const card = (page, title) =>
  main(page).getByRole("article").filter({ has: page.getByRole("heading", { name: title, exact: true }) });
const clashOf = (page, title) => card(page, title).locator("details.clash");
const slot = (page, title) => page.locator(".slot").filter({ has: page.getByText(title, { exact: true }) });
const starAll = (page, ids) => plant(page, Object.fromEntries(ids.map((id) => [`meridian/gnm2021/star/${id}`, "1 5 on"])));

/** Makes the icebreaker of Monday overlap the panel of that day, so that it clashes and has a way out. */
const withClash = (page) =>
  withAgenda(page, ({ sessions }) => {
    const panel = sessions.find(({ id }) => id === "mon-theme-1");
    Object.assign(panel, { start: "2021-06-28T10:00:00+02:00", end: "2021-06-28T11:30:00+02:00" });
  });

test.describe("clashes", () => {
  test("a clash is told on both cards as the star is pressed, said once, and goes with the star", async ({ page }) => {
    await visit(page, "/programme/2021-06-30/");
    await expect(page.locator(".clash")).toHaveCount(0);
    await starOf(page, ASIA).click();
    await expect(starOf(page, ASIA)).toHaveAttribute("aria-pressed", "true");
    await expect(page.locator(".clash"), "what only one of them is on clashes with nothing").toHaveCount(0);
    await starOf(page, AFRICA).click();
    await expect(clashOf(page, AFRICA)).toHaveText(`30 min at the same time as ${ASIA}`);
    await expect(clashOf(page, ASIA)).toHaveText(`30 min at the same time as ${AFRICA}`);
    const said = page.getByRole("status").getByText(`30 min at the same time as ${ASIA}`, { exact: true });
    await expect(said).toHaveCount(1);
    await starOf(page, EUROPE).click();
    await expect(clashOf(page, ASIA)).toHaveText(`1 h 30 min at the same time as ${EUROPE} and 1 more`);
    await expect(said).toHaveCount(0);
    await expect(starOf(page, EUROPE)).toBeFocused();
    await starOf(page, ASIA).click();
    await starOf(page, EUROPE).click();
    await expect(page.locator(".clash")).toHaveCount(0);
    await expect(page.getByRole("status").getByText("at the same time")).toHaveCount(0);
  });

  test("neither a cancelled session nor one that only touches clashes", async ({ page }) => {
    await withAgenda(page, ({ sessions }) => {
      sessions.find(({ id }) => id === "wed-asia").status = "cancelled";
      sessions.find(({ id }) => id === "wed-africa").start = "2021-06-30T11:30:00+02:00";
    });
    await starAll(page, REGIONS);
    await visit(page, "/programme/2021-06-30/");
    await expect(starOf(page, AFRICA)).toHaveAttribute("aria-pressed", "true");
    await expect(page.locator(".clash")).toHaveCount(0);
  });

  test("nothing of it stands in a page beforehand, and a visitor without stars has none", async ({ page, request }) => {
    expect(await (await request.get("/programme/2021-06-30/")).text()).not.toContain('class="clash"');
    await visit(page, "/programme/");
    await expect(page.locator(".clash")).toHaveCount(0);
  });

  test("the two are compared, and the way out is starred, by keyboard alone", async ({ page }) => {
    await withClash(page);
    await starAll(page, ["mon-icebreaker", "mon-theme-1"]);
    await visit(page, "/programme/");
    const clash = clashOf(page, ICEBREAKER);
    const summary = clash.locator("summary");
    await summary.focus();
    await expect(summary).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(clash.getByRole("time")).toHaveText(["09:00 to 10:30", "10:00 to 11:30"]);
    await expect(clash).toContainText("Copenhagen");
    await expect(clash).toContainText("5 talks");
    const way = clash.getByRole("link", { name: "Tuesday at 19:00, Copenhagen time" });
    await expect(way).toHaveAttribute("href", "/sessions/tue-icebreaker/");
    const star = clash.getByRole("button", { name: `My schedule: ${AGAIN}` });
    await way.focus();
    await page.keyboard.press("Tab");
    await expect(star).toBeFocused();
    await page.keyboard.press("Space");
    await expect(star).toHaveAttribute("aria-pressed", "true");
    await expect(star).toBeFocused();
    await expect(clash).toHaveAttribute("open", "");
  });

  test("it stands by the star of the session's page too", async ({ page }) => {
    await starAll(page, ["wed-asia"]);
    await visit(page, "/sessions/wed-africa/");
    await expect(page.locator(".clash")).toHaveCount(0);
    await starOf(page, AFRICA).first().click();
    await expect(page.locator("details.clash")).toHaveText(`30 min at the same time as ${ASIA}`);
  });
});

/** Whether the timeline of the regions' day is to scale on the clock of that zone. */
async function expectScale(page, zone) {
  const boxes = {};
  for (const id of REGIONS) {
    const { title, start, end } = session(id);
    boxes[id] = { ...(await slot(page, title).boundingBox()), start: Date.parse(start) / 6e4, end: Date.parse(end) / 6e4 };
    const shown = hours(agenda, [zone])[zone][id].range;
    await expect(slot(page, title)).toContainText(shown);
  }
  const minute = boxes["wed-eca"].height / 90;
  expect(minute * 30, "half an hour can be pressed").toBeGreaterThanOrEqual(24);
  const all = Object.values(boxes);
  for (const box of all) {
    expect(box.height).toBeCloseTo((box.end - box.start) * minute, 0);
    expect(box.y - all[0].y).toBeCloseTo((box.start - all[0].start) * minute, 0);
    expect(box.width).toBeGreaterThan(60);
    for (const other of all.filter((other) => other !== box)) {
      const beside = box.x + box.width <= other.x + 0.5 || other.x + other.width <= box.x + 0.5;
      const apart = box.y + box.height <= other.y + 0.5 || other.y + other.height <= box.y + 0.5;
      expect(beside || apart, "they do not cover one another").toBe(true);
    }
  }
  // In each of them some of that day is night, between 22:00 and 07:00.
  const night = page.locator(".timeline__night");
  await expect(night).toHaveCount(1);
  const stage = await page.locator(".timeline__stage").boundingBox();
  const first = Number((await page.locator(".timeline__hour span").first().textContent()).slice(0, 2));
  const { y, height } = await night.boundingBox();
  const [from, to] = [y, y + height].map((at) => (first + (at - stage.y) / minute / 60) % 24);
  expect([0, 22], "it begins with the night or with the day").toContain(Math.round(from * 10) / 10);
  expect(to % 24 <= 7.1 || to >= 22).toBe(true);
  // The hours are whole ones on the clock that is named.
  for (const hour of await page.locator(".timeline__hour span").allTextContents()) expect(hour).toMatch(/^\d\d:00/);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}

test.describe("the timeline", () => {
  test("is a view with an address of its own, reached by a link and left by Back", async ({ page }) => {
    await starAll(page, SIX);
    await visit(page, "/mine/");
    const views = page.getByRole("navigation", { name: "Views of my schedule" });
    await expect(views.locator("[aria-current]")).toHaveText("List");
    await views.getByRole("link", { name: "Timeline" }).focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/mine/?view=timeline");
    await expect(views.locator("[aria-current]")).toHaveText("Timeline");
    await expect(page.locator(".timeline")).toHaveCount(5);
    await expect(page.locator("article.card")).toHaveCount(0);
    await page.goBack();
    await expect(page.locator(".timeline")).toHaveCount(0);
    await expect(page.locator("article.card")).toHaveCount(6);
    await page.goto("/mine/?view=timeline");
    await expect(page.locator(".timeline")).toHaveCount(5);
    expect(await page.getByRole("link", { name: "Programme", exact: true }).first().getAttribute("href")).toBe("/programme/");
  });

  for (const zone of ["Asia/Kathmandu", "America/Bogota", "Pacific/Kiritimati"]) {
    test.describe(`in ${zone}`, () => {
      test.use({ timezoneId: zone });

      test("is true to scale, on a phone and on a wide screen", { tag: "@fonts" }, async ({ page }) => {
        await starAll(page, REGIONS);
        await visit(page, "/mine/?view=timeline");
        await expect(page.getByText(`Hours in ${zone.split("/")[1].replace("Bogota", "Bogotá")} · your time`)).toBeVisible();
        for (const width of [360, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          await expectScale(page, zone);
        }
      });
    });
  }

  test("lists sessions and gaps in order of time", async ({ page }) => {
    await starAll(page, ["wed-asia", "wed-africa", "wed-lac"]);
    await visit(page, `/mine/?view=timeline&${BEFORE}`);
    const items = page.locator(".timeline ol").getByRole("listitem");
    await expect(items).toHaveText([/^Free, 3 h/, /^Asia/, /^Africa/, /^Free, 4 h 30 min 12:30 to 17:00/, /^Latin America/, /^Free, 1 h/]);
    await expect(slot(page, ASIA)).toContainText(`30 min at the same time as ${AFRICA}`);
  });

  test("shows the present where it is", async ({ page }) => {
    await starAll(page, ["wed-asia"]);
    await visit(page, "/mine/?view=timeline&now=2021-06-30T08:30:00Z");
    const line = page.locator(".timeline__now");
    await expect(line).toHaveText("Now, 10:30");
    const [now, box] = [await line.boundingBox(), await slot(page, ASIA).boundingBox()];
    expect(now.y - box.y).toBeCloseTo(box.height / 3, -0.5);
    await page.goto("/mine/?view=timeline&now=2021-06-29T08:30:00Z");
    await expect(slot(page, ASIA)).toBeVisible();
    await expect(line).toHaveCount(0);
  });

  test("a gap leads to what fits there", async ({ page }) => {
    await starAll(page, ["wed-asia", "wed-africa"]);
    await visit(page, `/mine/?view=timeline&${BEFORE}`);
    await page.getByRole("link", { name: /^Free, 7 h/ }).focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/mine\/\?now=.*#free-/);
    const gap = page.locator("details.gap[open]");
    await expect(gap.locator("summary")).toHaveText("Free 12:30 to 19:30, Copenhagen time (7 h) · 2 sessions fit here");
    await expect(gap.getByRole("article")).toHaveCount(2);
    await expect(gap).toBeInViewport();
  });

  test("shows days side by side where there is room, each hour at one height, and what is over folded", async ({ page }) => {
    await starAll(page, ["mon-theme-1", "wed-asia", "thu-obis", "fri-battle"]);
    await visit(page, "/mine/?view=timeline&now=2021-06-30T05:30:00Z");
    const days = page.locator(".timeline");
    await expect(days).toHaveCount(3);
    const tops = await days.evaluateAll((all) => all.map((day) => day.getBoundingClientRect().top));
    expect(new Set(tops).size).toBe(1);
    const hour = (words) => days.locator(".timeline__hour").filter({ hasText: words });
    const heights = await hour(/^16:00/).evaluateAll((all) => all.map((line) => Math.round(line.getBoundingClientRect().top)));
    expect(heights.length).toBeGreaterThan(1);
    expect(new Set(heights).size).toBe(1);
    await main(page).getByText("Monday 28 June is over").click();
    await expect(days).toHaveCount(4);
    await page.setViewportSize({ width: 390, height: 844 });
    const stacked = await days.evaluateAll((all) => all.map((day) => day.getBoundingClientRect().left));
    expect(new Set(stacked).size).toBe(1);
  });

  test("without a star there is nothing to show, and it is said", async ({ page }) => {
    await visit(page, "/mine/?view=timeline");
    await expect(main(page)).toContainText("Nothing here yet.");
    await expect(page.locator(".timeline")).toHaveCount(0);
  });
});

test.describe("gaps in the list", () => {
  test.use({ timezoneId: "Asia/Kathmandu" });

  test("what fits is starred in the gap, and goes on as a card that has the focus", async ({ page }) => {
    await starAll(page, ["mon-theme-1"]);
    await visit(page, `/mine/?${BEFORE}`);
    const after = page.locator("details.gap").last();
    await expect(after.locator("summary")).toHaveText("Free 19:15 to 21:15, Kathmandu time (2 h) · 1 session fits here");
    await after.locator("summary").focus();
    await page.keyboard.press("Enter");
    const title = session("mon-demo-1").title;
    await expect(after.getByRole("article")).toHaveCount(1);
    await starOf(page, title).focus();
    await page.keyboard.press("Space");
    await expect(page.locator("section.day > .cards > li > article")).toHaveCount(2);
    await expect(starOf(page, title)).toHaveAttribute("aria-pressed", "true");
    await expect(starOf(page, title)).toBeFocused();
    await expect(page.locator(".gap").last()).toHaveText("Free 19:15 to 19:45, Kathmandu time (30 min)");
    await starOf(page, title).click();
    await expect(after.locator("summary")).toHaveText("Free 19:15 to 21:15, Kathmandu time (2 h) · 1 session fits here");
    await expect(starOf(page, title)).toBeFocused();
  });

  test("is offered of what is to come, and past days are folded while the event goes on", async ({ page }) => {
    await starAll(page, ["mon-theme-1", "wed-asia"]);
    await visit(page, "/mine/?now=2021-06-30T11:00:00Z");
    await expect(card(page, session("mon-theme-1").title)).toHaveCount(0);
    await expect(main(page).getByText("Monday 28 June is over")).toBeVisible();
    await expect(page.locator(".gap"), "what is free after what is over").toHaveCount(1);
    await main(page).getByText("Monday 28 June is over").click();
    await expect(card(page, session("mon-theme-1").title)).toBeVisible();
    await expect(page.locator(".gap")).toHaveCount(1);
    await visit(page, "/mine/?now=2021-07-09T11:00:00Z");
    await expect(card(page, session("mon-theme-1").title), "afterwards nothing is folded").toBeVisible();
    await expect(page.locator(".gap")).toHaveCount(0);
  });

  test("what is open stays open when what fits there comes in another order", async ({ page }) => {
    await withAgenda(page, ({ sessions }) => {
      sessions.find(({ id }) => id === "fri-battle").themes = session("thu-qa").themes;
    });
    await starAll(page, ["thu-obis", "fri-battle"]);
    await visit(page, `/mine/?${BEFORE}`);
    const gap = page.locator("details.gap").first();
    await gap.locator("summary").click();
    const titles = gap.getByRole("article").getByRole("heading");
    const [qa, dating] = ["thu-qa", "thu-speed-dating"].map((id) => session(id).title);
    await expect(titles, "what shares a theme with a star comes first").toHaveText([qa, dating]);
    await starOf(page, session("fri-battle").title).click();
    await expect(titles).toHaveText([dating, qa]);
    await expect(gap).toHaveAttribute("open", "");
  });
});

test.describe("the watch list", () => {
  test("counts by theme and leads to the videos", async ({ page }) => {
    const { talks } = session("mon-theme-1");
    await starAll(page, ["mon-theme-1", "wed-asia"]);
    await plant(page, { [`meridian/gnm2021/watched/${talks[0].id}`]: "1 5 on" });
    await visit(page, "/mine/");
    const section = main(page).getByRole("region").or(page.locator("#to-watch")).last();
    await expect(section).toContainText("To watch");
    await expect(section.locator("summary")).toHaveText("Theme 1: 1 of 6 watched");
    await section.locator("summary").click();
    await expect(section.getByRole("link")).toHaveCount(5);
    await section.getByRole("link", { name: talks[1].title }).click();
    await expect(page).toHaveURL(`/sessions/mon-theme-1/#${talks[1].id}`);
  });

  test("is not there where nothing can be watched", async ({ page }) => {
    await starAll(page, ["wed-asia"]);
    await visit(page, "/mine/");
    await expect(card(page, ASIA)).toBeVisible();
    await expect(page.locator("#to-watch")).toHaveCount(0);
  });
});

test.describe("full of sessions", () => {
  test.use({ timezoneId: "Asia/Kathmandu" });

  for (const address of ["/mine/?view=timeline&now=2021-06-30T08:30:00Z", "/mine/", "/programme/2021-06-30/"]) {
    test(`axe finds nothing on ${address}, wide and narrow, and nothing sticks out`, { tag: "@fonts" }, async ({ page }) => {
      await page.emulateMedia({ reducedMotion: "reduce" });
      await starAll(page, agenda.sessions.map(({ id }) => id).filter((id) => id !== "wed-na"));
      await visit(page, address);
      for (const summary of await main(page).locator("summary:visible").all()) await summary.click();
      const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      // As high as the page: what floats over it or sticks to its head then covers no link that axe measures.
      const showAll = async (width) => {
        await page.setViewportSize({ width, height: 800 });
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.setViewportSize({ width, height: height + 200 });
        await page.evaluate(() => scrollTo(0, 0));
      };
      await showAll(1280);
      await expectAccessibleInBoth(page, { part: "main" });
      expect(await overflow()).toBeLessThanOrEqual(0);
      await showAll(360);
      await expectAccessible(page, { part: "main" });
      expect(await overflow()).toBeLessThanOrEqual(0);
    });
  }
});
