// The agenda does not come, comes late, comes broken, or means harm: the page can be read as it
// was made, says what and where, offers a way on, and runs nothing.
import { expect, test } from "@playwright/test";
import { holdAgenda, keptIn, readAgenda, ready, visit, watchOrigin, withAgenda } from "../helpers.mjs";

const EVENT = "Global Nodes Meeting 2021";
const OBIS = "OBIS marine data mobilization session";
const PANEL = "Theme 1 panel: The role of nodes in GBIF’s next strategic period";
const READABLE = "You can read this page as it was made, with times at the venue.";
const SAFE = "What you starred is safe in this browser.";
// An address without a file, as of a session that was added after the site was built.
const UNKNOWN = "/sessions/not-built/";

const main = (page) => page.getByRole("main");
const h1 = (page) => page.getByRole("heading", { level: 1 });
const trouble = (page) => page.getByRole("alert");
const forHost = (page) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: "For the host of this site" }) });
const tryAgain = (page) => page.getByRole("button", { name: "Try again" });
const faults = (page) => forHost(page).getByRole("listitem");

/** Serves this in place of the agenda until it is mended. */
async function withAnswer(page, answer) {
  await page.route("**/agenda.json", (route) => route.fulfill(answer));
}

/** Serves this text as the agenda. */
const withText = (page, body) => withAnswer(page, { contentType: "application/json", body });

/** The line and column, from 1, of the n-th place (from 1) of a passage in a text. */
function placeOf(text, passage) {
  const at = text.indexOf(passage);
  expect(at, passage).toBeGreaterThanOrEqual(0);
  expect(text.indexOf(passage, at + 1), `${passage} is there once`).toBe(-1);
  const lines = text.slice(0, at).split("\n");
  return `${lines.length}:${[...lines.at(-1)].length + 1}`;
}

/** The page of that heading is there to be read, and one message says why it is no more than that. */
async function expectProblem(page, heading = EVENT) {
  await expect(trouble(page)).toHaveCount(1);
  await expect(trouble(page)).toContainText(READABLE);
  await expect(trouble(page)).toContainText(SAFE);
  await expect(trouble(page).getByRole("button", { name: "Try again" })).toBeVisible();
  await expect(h1(page)).toHaveText(heading);
  await expect(page).toHaveTitle(heading === EVENT ? EVENT : `${heading} · ${EVENT}`);
}

/** There is nothing to be read, and the page says so. */
async function expectUnavailable(page) {
  await expect(h1(page)).toHaveText("The programme is not available");
  await expect(page).toHaveTitle(/not available/);
  await expect(tryAgain(page)).toBeVisible();
  await expect(page.getByText(/Nothing is kept at this address/), "nobody can know").toHaveCount(0);
  await expect(page.getByText(READABLE)).toHaveCount(0);
}

test.describe("the file", () => {
  const answers = {
    "is missing": [{ status: 404, body: "Not found" }, "status 404", "is not where it should be"],
    "meets a failing server": [{ status: 503, body: "<h1>Busy</h1>" }, "status 503", "is not where it should be"],
    "is a web page": [{ contentType: "text/html", body: "<!doctype html><title>Home</title>" }, "a web page", "cannot be read"],
    "is empty": [{ contentType: "application/json", body: "" }, "is empty", "cannot be read"],
    "is blank": [{ contentType: "application/json", body: " \n\t\n" }, "is empty", "cannot be read"],
  };
  for (const [what, [answer, forTheHost, forVisitors]] of Object.entries(answers)) {
    test(`${what}: words for visitor and host beside the page, and a way on`, async ({ page }) => {
      await withAnswer(page, answer);
      await page.goto("/");
      await expectProblem(page);
      await expect(trouble(page)).toContainText(`The newest programme ${forVisitors}`);
      await expect(faults(page)).toHaveCount(1);
      await expect(faults(page)).toContainText("agenda.json");
      await expect(faults(page)).toContainText(forTheHost);
      await page.unroute("**/agenda.json");
      await tryAgain(page).click();
      await ready(page);
      await expect(h1(page)).toHaveText(EVENT);
      await expect(trouble(page)).toHaveCount(0);
    });

    test(`${what}, and there is no page to be read: words for visitor and host, and a way on`, async ({ page }) => {
      await withAnswer(page, answer);
      await page.goto(UNKNOWN);
      await expectUnavailable(page);
      await expect(main(page).getByText(/through no fault of yours/)).toBeVisible();
      await expect(faults(page)).toHaveCount(1);
      await expect(faults(page)).toContainText(forTheHost);
      await page.unroute("**/agenda.json");
      await tryAgain(page).click();
      await expect(h1(page)).toHaveText("Page not found");
    });
  }

  test("cannot be reached: the visitor can read on, and the host is not blamed", async ({ page }) => {
    await page.route("**/agenda.json", (route) => route.abort());
    await page.goto("/sessions/thu-obis/");
    await expectProblem(page, OBIS);
    await expect(trouble(page)).toContainText("The newest programme could not be fetched: nobody answered");
    await expect(forHost(page)).toHaveCount(0);
    await expect(main(page)).toContainText(readAgenda().sessions.find(({ id }) => id === "thu-obis").talks[0].title);
    await page.unroute("**/agenda.json");
    await tryAgain(page).click();
    await ready(page);
    await expect(h1(page), "the page that was asked for").toHaveText(OBIS);
    await expect(trouble(page)).toHaveCount(0);
  });

  test("cannot be reached, and there is no page to be read: the visitor can act", async ({ page }) => {
    await page.route("**/agenda.json", (route) => route.abort());
    await page.goto(UNKNOWN);
    await expectUnavailable(page);
    await expect(main(page).getByText(/nobody answered\. Check your connection/)).toBeVisible();
    await expect(forHost(page)).toHaveCount(0);
    await page.unroute("**/agenda.json");
    await withAgenda(page, (agenda) => {
      agenda.sessions.push({ ...agenda.sessions[0], id: "not-built", title: "Added later", repeats: [] });
    });
    await tryAgain(page).click();
    await expect(h1(page), "the page that was asked for").toHaveText("Added later");
  });

  test("“Try again” in vain says the same again", async ({ page }) => {
    let asked = 0;
    await page.route("**/agenda.json", (route) => {
      asked += 1;
      return route.fulfill({ status: 404, body: "" });
    });
    await page.goto("/");
    await expectProblem(page);
    const before = asked;
    await tryAgain(page).click();
    await expect.poll(() => asked).toBeGreaterThan(before);
    await expectProblem(page);
  });

  test("“Try again” is reached by keyboard after the page", async ({ page }) => {
    await withText(page, "");
    await page.goto("/mine/");
    await expectProblem(page, "My schedule");
    await page.getByRole("contentinfo").getByRole("link").last().focus();
    await page.keyboard.press("Tab");
    await expect(tryAgain(page)).toBeFocused();
    await page.unroute("**/agenda.json");
    await page.keyboard.press("Enter");
    await ready(page);
    await expect(h1(page)).toHaveText("My schedule");
    await expect(trouble(page)).toHaveCount(0);
  });

  test("“Try again” is the first stop where there is no page", async ({ page }) => {
    await withText(page, "");
    await page.goto(UNKNOWN);
    await expectUnavailable(page);
    await page.keyboard.press("Tab");
    await expect(tryAgain(page)).toBeFocused();
    await page.unroute("**/agenda.json");
    await page.keyboard.press("Enter");
    await expect(h1(page)).toHaveText("Page not found");
  });

  test("no control is left that would do nothing, and links lead on", async ({ page }) => {
    await withText(page, "");
    await page.goto("/programme/");
    await expectProblem(page, "Programme");
    await expect(page.getByRole("button")).toHaveText(["Try again"]);
    for (const role of ["searchbox", "combobox", "checkbox", "radio"]) await expect(page.getByRole(role), role).toHaveCount(0);
    await expect(page.getByRole("article")).toHaveCount(readAgenda().sessions.length);
    await page.getByRole("link", { name: OBIS, exact: true }).click();
    await expectProblem(page, OBIS);
  });

  for (const [width, height] of [[320, 480], [1280, 800]]) {
    test(`the message does not lie over the end of a page of ${width} by ${height}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await withText(page, "");
      await page.goto("/");
      await expectProblem(page);
      await page.getByRole("link", { name: "About, privacy and data" }).click();
      await expectProblem(page, "About");
    });
  }

  test("what was pressed before is let go", async ({ page }) => {
    const release = await holdAgenda(page, { contentType: "application/json", body: "" });
    await page.goto("/programme/");
    await page.getByRole("button", { name: `My schedule: ${OBIS}`, exact: true }).click();
    release();
    await expectProblem(page, "Programme");
    await expect(page.getByRole("button")).toHaveText(["Try again"]);
    expect(await page.evaluate(() => ({ ...localStorage })), "nothing is kept that was not shown").toEqual({});
    await page.unroute("**/agenda.json");
    await tryAgain(page).click();
    await ready(page);
    await expect(page.getByRole("button", { name: `My schedule: ${OBIS}`, exact: true })).toHaveAttribute("aria-pressed", "false");
  });

  test("what was starred is untouched meanwhile", async ({ page }) => {
    await page.goto("/programme/");
    const star = page.getByRole("button", { name: `My schedule: ${OBIS}`, exact: true });
    await star.click();
    await expect(star).toHaveAttribute("aria-pressed", "true");
    const kept = () => keptIn(page);
    const before = await kept();
    expect(Object.keys(before)).toEqual(["meridian/gnm2021/star/thu-obis"]);
    await withText(page, "{");
    await page.goto("/mine/");
    await expectProblem(page, "My schedule");
    await expect(main(page), "it does not say that there are none").not.toContainText("Press the star");
    expect(await kept()).toEqual(before);
    await page.unroute("**/agenda.json");
    await tryAgain(page).click();
    await expect(main(page).getByRole("article").getByRole("heading", { level: 3 })).toHaveText([OBIS]);
  });
});

test.describe("broken JSON", () => {
  const texts = {
    "a stray comma": ['{\n  "format": 1,\n  "event": {,\n}', "agenda.json:3:13 a member name in double quotes was expected here"],
    "a comma too many": ['{\n  "format": 1,\n}', "agenda.json:3:1 JSON allows no comma after the last item"],
    "a text cut short": ['{\n  "format": 1,\n  "event": {"title": "Glob', "agenda.json:3:27 the file ends inside a string"],
    "columns count characters": ['{"é": "日本", x}', "agenda.json:1:13 a member name in double quotes was expected here"],
    "single quotes": ["{'format': 1}", "agenda.json:1:2 a member name in double quotes was expected here"],
    "another thing than an object": ["[1, 2]", "agenda.json:1:1"],
    "too deep": ["[".repeat(5000), "nests deeper than an agenda can"],
  };
  for (const [what, [text, said]] of Object.entries(texts)) {
    test(`${what}: line, column and problem`, async ({ page }) => {
      const crashes = [];
      page.on("pageerror", (error) => crashes.push(error.message));
      await withText(page, text);
      await page.goto("/");
      await expectProblem(page);
      await expect(trouble(page)).toContainText("The newest programme cannot be read");
      await expect(faults(page).first()).toContainText(said);
      expect(crashes).toEqual([]);
    });
  }

  test("a byte order mark is no fault", async ({ page }) => {
    await withText(page, `\uFEFF${JSON.stringify(readAgenda())}`);
    await visit(page, "/");
    await expect(h1(page)).toHaveText(EVENT);
    await expect(trouble(page)).toHaveCount(0);
  });
});

test.describe("broken rules", () => {
  const session = (agenda, id) => agenda.sessions.find((session) => session.id === id);

  test("a session that ends before it starts: place, id, problem and remedy", async ({ page }) => {
    const agenda = readAgenda();
    session(agenda, "thu-obis").end = "2021-07-01T17:30:00+02:00";
    // The only session that ends at that moment, told apart by its own wording.
    session(agenda, "thu-qa").end = "2021-07-01T15:30:00Z";
    const text = JSON.stringify(agenda, null, 2);
    await withText(page, text);
    await page.goto("/programme/");
    await expectProblem(page, "Programme");
    const place = placeOf(text, '"2021-07-01T17:30:00+02:00"');
    await expect(faults(page)).toHaveText([
      `agenda.json:${place} session \`thu-obis\`: ends 17:30 before it starts 18:00; swap \`start\` and \`end\`?`,
    ]);
  });

  test("every fault is listed, each with its place", async ({ page }) => {
    const agenda = readAgenda();
    session(agenda, "mon-theme-1").kind = "tlak";
    session(agenda, "mon-theme-1").talks[0].video = { provider: "vimeo", id: "12?x" };
    session(agenda, "thu-obis").start = "noon";
    delete session(agenda, "fri-evaluation").title;
    agenda.event.timezone = "Europe/Kopenhagen";
    const text = JSON.stringify(agenda, null, 2);
    await withText(page, text);
    await page.goto("/");
    await expectProblem(page);
    const said = (await faults(page).allTextContents()).join("\n");
    expect(said).toContain("session `fri-evaluation`: `title` is missing");
    expect(said).toContain(`agenda.json:${placeOf(text, '"noon"')} session \`thu-obis\`: \`noon\` is not a date and time`);
    expect(said).toContain("a Vimeo video wants an `id` made of digits");
    // These need the whole: they may wait until each value by itself is right.
    session(agenda, "thu-obis").start = "2021-07-01T18:00:00+02:00";
    session(agenda, "fri-evaluation").title = "Final evaluation";
    session(agenda, "mon-theme-1").talks[0].video = { provider: "vimeo", id: "1" };
    const better = JSON.stringify(agenda, null, 2);
    await page.unroute("**/agenda.json");
    await withText(page, better);
    await tryAgain(page).click();
    await expect(faults(page)).toHaveCount(2);
    const rest = (await faults(page).allTextContents()).join("\n");
    expect(rest).toContain(`agenda.json:${placeOf(better, '"tlak"')} session \`mon-theme-1\`: refers to kind \`tlak\``);
    expect(rest).toContain(`agenda.json:${placeOf(better, '"Europe/Kopenhagen"')} event: there is no time zone`);
  });

  test("a hopeless file is listed in part, and the rest counted", async ({ page }) => {
    const agenda = readAgenda();
    for (const one of agenda.sessions) one.start = one.end = "noon";
    await withText(page, JSON.stringify(agenda));
    await page.goto("/");
    await expectProblem(page);
    await expect(faults(page)).toHaveCount(20);
    await expect(forHost(page).getByText("And 16 more.")).toBeVisible();
  });

  test("a newer format says what to do", async ({ page }) => {
    await withAgenda(page, (agenda) => void (agenda.format = 2));
    await page.goto("/");
    await expectProblem(page);
    await expect(faults(page)).toContainText([/this is format 2.*use a newer Meridian/]);
  });

  test("a member that means nothing is no reason to show nothing", async ({ page }) => {
    await withAgenda(page, (agenda) => void (agenda.event.weather = "rain"));
    await visit(page, "/");
    await expect(h1(page)).toHaveText(EVENT);
    await expect(trouble(page)).toHaveCount(0);
  });

  for (const width of [320, 1280]) {
    test(`long lines for the host fit a page of ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await withAgenda(page, (agenda) => void (agenda.sessions[0].kind = "k".repeat(64)));
      await page.goto("/");
      await expectProblem(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const inside = await trouble(page).evaluate((box) => [box.scrollWidth, box.clientWidth]);
      expect(inside[0], "of the message itself").toBeLessThanOrEqual(inside[1]);
    });
  }

  test("a list longer than the window can be read to its end", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 480 });
    const agenda = readAgenda();
    for (const one of agenda.sessions) one.start = one.end = "noon";
    await withText(page, JSON.stringify(agenda));
    await page.goto("/");
    await expectProblem(page);
    const last = forHost(page).getByText("And 16 more.");
    await last.scrollIntoViewIfNeeded();
    await expect(last).toBeInViewport();
    await tryAgain(page).scrollIntoViewIfNeeded();
    await expect(tryAgain(page)).toBeInViewport();
    await expect(h1(page), "the page is still in sight").toBeInViewport();
  });
});

// What is done meanwhile, and that nothing moves, is in meantime.spec.mjs and takeover.spec.mjs.
test.describe("a slow agenda", () => {
  for (const [place, heading, said] of [
    ["/programme/", "Programme", PANEL],
    ["/sessions/thu-obis/", OBIS, "Collaboration between OBIS and GBIF nodes"],
    ["/mine/", "My schedule", "Your schedule is kept in this browser"],
  ]) {
    test(`${place} is there to be read meanwhile, and stays where it is`, async ({ page }) => {
      const release = await holdAgenda(page);
      await page.goto(place);
      await expect(h1(page)).toHaveText(heading);
      await expect(main(page)).toContainText(said);
      await expect(page.getByText(/Loading/)).toHaveCount(0);
      await expect(page.locator("html")).not.toHaveAttribute("data-live");
      const waiting = await h1(page).boundingBox();
      release();
      await ready(page);
      await expect(h1(page)).toHaveText(heading);
      const shown = await h1(page).boundingBox();
      for (const side of ["x", "y", "width", "height"]) {
        expect(Math.abs(shown[side] - waiting[side]), `${side} of the heading`).toBeLessThanOrEqual(1);
      }
    });
  }

  test("the visitor may leave for another page meanwhile", async ({ page }) => {
    const release = await holdAgenda(page);
    await page.goto("/people/");
    await page.getByRole("link", { name: "Watch", exact: true }).click();
    await expect(h1(page)).toHaveText("Watch");
    await expect(page).toHaveURL("/watch/");
    release();
    await ready(page);
    await expect(h1(page)).toHaveText("Watch");
  });

  test("at an address without a file, links lead on meanwhile", async ({ page }) => {
    await holdAgenda(page);
    const response = await page.goto(UNKNOWN);
    expect(response.status()).toBe(404);
    await page.getByRole("main").getByRole("link", { name: "Find a session in the programme" }).click();
    await expect(page).toHaveURL("/programme/");
    await expect(h1(page)).toHaveText("Programme");
  });

  test("at an address without a file, a session that was added since is shown once it is there", async ({ page }) => {
    const { sessions } = await withAgenda(page, (agenda) => {
      agenda.sessions.push({ ...agenda.sessions[0], id: "not-built", title: "Added later", repeats: [] });
    });
    await page.goto(UNKNOWN);
    await expect(h1(page)).toHaveText("Added later");
    await expect(page).toHaveTitle(`Added later · ${EVENT}`);
    await expect(main(page)).toContainText(sessions[0].questions[0]);
    await page.getByRole("button", { name: "My schedule: Added later" }).click();
    await expect(page.getByRole("button", { name: "My schedule: Added later" })).toHaveAttribute("aria-pressed", "true");
  });
});

test.describe("a hostile agenda", () => {
  const SCRIPT = "<script>window.ran='script'</script>";
  const IMAGE = "<img src=x onerror=\"window.ran='image'\">";
  const CLOSE = "</title></h3><svg onload=\"window.ran='svg'\">";

  const ICEBREAKER = "Icebreaker – Interactive networking";

  /** No link is there but those that the page was made with, and none that leads astray. */
  async function expectNoSuchLink(page) {
    await expect(page.getByRole("link").first()).toBeVisible();
    await expect(page.getByRole("link", { name: "Innocent" })).toHaveCount(0);
    const schemes = await page.getByRole("link").evaluateAll((links) => links.map((link) => [link.protocol, link.hostname]));
    for (const [scheme, host] of schemes) {
      expect(scheme).toMatch(/^https?:$/);
      expect(host).not.toContain("evil");
    }
  }

  async function expectNothingRan(page) {
    expect(await page.evaluate(() => window.ran)).toBeUndefined();
    await expect(main(page).locator("script, img, [onload], [onerror], [onclick]")).toHaveCount(0);
  }

  test("markup in any text is shown as text, and runs nowhere", async ({ page }) => {
    const leaving = watchOrigin(page);
    const crashes = [];
    page.on("pageerror", (error) => crashes.push(error.message));
    await withAgenda(page, (agenda) => {
      agenda.event.title = `Meeting ${SCRIPT}`;
      agenda.event.tagline = `${IMAGE} ${CLOSE}`;
      agenda.event.sections[0].heading = IMAGE;
      agenda.event.sections[0].text = `- ${IMAGE}\n- **${SCRIPT}** and \`${CLOSE}\``;
      agenda.event.cities[0].name = IMAGE;
      agenda.themes[0].title = `Theme ${IMAGE}`;
      agenda.kinds[0].title = `Kind ${SCRIPT}`;
      agenda.people[0].name = `Name ${IMAGE}`;
      const obis = agenda.sessions.find((session) => session.id === "thu-obis");
      obis.title = `Title ${SCRIPT}${CLOSE}`;
      obis.summary = `Summary ${IMAGE} &lt;b&gt;`;
      obis.questions = [IMAGE];
      obis.talks[0].title = `Talk ${IMAGE}`;
      obis.talks[0].video = { missing: `Reason ${SCRIPT}` };
      obis.links = [{ label: `Link ${IMAGE}`, href: "https://example.org/\"><script>alert(1)</script>" }];
    });
    const shown = {
      "/": [IMAGE, SCRIPT],
      "/programme/": [`Title ${SCRIPT}${CLOSE}`],
      "/sessions/thu-obis/": [`Summary ${IMAGE} &lt;b&gt;`, `Talk ${IMAGE}`, `Reason ${SCRIPT}`, `Link ${IMAGE}`],
      "/themes/theme-1/": [`Theme ${IMAGE}`],
      "/watch/": [`Talk ${IMAGE}`],
      "/people/": [`Name ${IMAGE}`],
    };
    for (const [place, texts] of Object.entries(shown)) {
      await visit(page, place);
      for (const text of texts) await expect(main(page).getByText(text).first(), place).toBeVisible();
      await expectNothingRan(page);
    }
    await page.goto("/sessions/thu-obis/");
    await expect(page).toHaveTitle(`Title ${SCRIPT}${CLOSE} · Meeting ${SCRIPT}`);
    expect(leaving).toEqual([]);
    expect(crashes).toEqual([]);
  });

  const links = ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<b>x", "//evil.example/", "/\\evil.example", "vbscript:x"];
  for (const href of links) {
    test(`a link to ${href} is refused`, async ({ page }) => {
      await withAgenda(page, (agenda) => void (agenda.sessions[0].links = [{ label: "Innocent", href }]));
      await page.goto("/sessions/mon-icebreaker/");
      await expectProblem(page, ICEBREAKER);
      await expect(faults(page)).toHaveCount(1);
      await expect(faults(page)).toContainText(`session \`mon-icebreaker\`: \`${href}\` is not a link`);
      await expectNoSuchLink(page);
    });
  }

  test("such a link is refused inside a text too", async ({ page }) => {
    await withAgenda(page, (agenda) => void (agenda.sessions[0].summary = "[Innocent](javascript:alert(1))"));
    await page.goto("/sessions/mon-icebreaker/");
    await expectProblem(page, ICEBREAKER);
    await expectNoSuchLink(page);
    await expect(faults(page)).toContainText(["a link in this text leads to `javascript:alert(1`"]);
  });

  test("and so is one as picture, captions or video", async ({ page }) => {
    await withAgenda(page, (agenda) => {
      agenda.event.hero = { src: "javascript:1", alt: "x" };
      const obis = agenda.sessions.find((session) => session.id === "thu-obis");
      obis.join = "javascript:2";
      obis.talks[0].video = { provider: "file", src: "javascript:3" };
      obis.talks[1].video = { provider: "vimeo", id: "1", captions: "javascript:4", transcript: "javascript:5" };
    });
    await page.goto("/");
    await expectProblem(page);
    const said = (await faults(page).allTextContents()).join("\n");
    for (const number of [1, 2, 3, 4, 5]) expect(said).toContain(`\`javascript:${number}\` is not a link`);
  });

  test("right-to-left overrides turn no word round but their own", async ({ page }) => {
    const name = "Eve \u202Egpj.exe";
    await withAgenda(page, (agenda) => {
      agenda.people.push({ id: "eve", name, affiliation: "\u202EDetrevni" });
      const obis = agenda.sessions.find((session) => session.id === "thu-obis");
      obis.title = "Marine \u202Edata";
      obis.people = [{ person: "eve", role: "moderator" }, ...obis.people];
      obis.talks[0].speakers = ["eve"];
    });
    /** Whether the letters of a passage run from left to right on the screen. */
    const runsOnward = (locator, passage) =>
      locator.evaluate((element, passage) => {
        const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
          const at = text.data.indexOf(passage);
          if (at < 0) continue;
          const lefts = [...passage].map((_, index) => {
            const range = document.createRange();
            range.setStart(text, at + index);
            range.setEnd(text, at + index + 1);
            return range.getBoundingClientRect().left;
          });
          return lefts.every((left, index) => index === 0 || left >= lefts[index - 1]);
        }
        throw new Error(`There is no “${passage}”.`);
      }, passage);
    await visit(page, "/programme/2021-07-01/");
    const card = main(page).getByRole("article").filter({ hasText: "Marine" });
    await expect(card).toContainText("6 talks");
    expect.soft(await runsOnward(card, "6 talks"), "the facts of the card").toBe(true);
    await visit(page, "/sessions/thu-obis/");
    expect.soft(await runsOnward(main(page), "moderator"), "the role after the name").toBe(true);
    await page.getByRole("button", { name: /^My schedule: Marine/ }).click();
    await page.goto("/mine/?now=2021-07-01T15:00:00Z");
    await expect(main(page).getByText(/^Next, in 1 h: /)).toBeVisible();
    expect.soft(await runsOnward(main(page), "Next, in 1 h"), "what is next").toBe(true);
  });

  for (const [what, title] of [
    ["one word", "W".repeat(100_000)],
    ["many words", "word ".repeat(20_000).trim()],
  ]) {
    test(`a title of 100 KB, ${what}, stays within 360 px`, async ({ page }) => {
      test.setTimeout(60_000);
      const crashes = [];
      page.on("pageerror", (error) => crashes.push(error.message));
      await page.setViewportSize({ width: 360, height: 800 });
      await withAgenda(page, (agenda) => {
        const obis = agenda.sessions.find((session) => session.id === "thu-obis");
        obis.title = title;
        obis.talks[0].title = title;
      });
      for (const place of ["/programme/2021-07-01/", "/sessions/thu-obis/", "/sessions/thu-qa/", "/watch/"]) {
        await visit(page, place);
        await expect(main(page)).toContainText(title.slice(0, 500));
        expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), place).toBeLessThanOrEqual(360);
      }
      expect(crashes).toEqual([]);
    });
  }

  test("names of every length and script stay within 320 px", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    const long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
    await withAgenda(page, (agenda) => {
      agenda.event.title = long;
      agenda.event.short_title = long;
      agenda.themes[0].title = long;
      agenda.kinds.forEach((kind) => void (kind.title = long));
      agenda.people[0].name = long;
      agenda.sessions[1].title = `${long} แปลงข้อมูลความหลากหลายทางชีวภาพ 生物多様性情報 ${"👩‍👩‍👧‍👦".repeat(40)}`;
      agenda.sessions[1].links = [{ label: `https://example.org/${"a".repeat(200)}`, href: "https://example.org/" }];
    });
    const places = ["/", "/programme/", "/sessions/mon-theme-1/", "/themes/theme-1/", `/people/${readAgenda().people[0].id}/`, "/people/", "/mine/"];
    for (const place of places) {
      await visit(page, place);
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), place).toBeLessThanOrEqual(320);
    }
  });
});
