// The agenda does not come, comes late, comes broken, or means harm: the page
// says what and where, offers a way on, and runs nothing.
import { expect, test } from "@playwright/test";
import { readAgenda, watchOrigin, withAgenda } from "../helpers.mjs";

const OBIS = "OBIS marine data mobilization session";
const VISITOR = /through no fault of yours/;

const main = (page) => page.getByRole("main");
const h1 = (page) => page.getByRole("heading", { level: 1 });
const forHost = (page) =>
  main(page).locator("section").filter({ has: page.getByRole("heading", { name: "For the host of this site" }) });
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

async function expectProblem(page) {
  await expect(h1(page)).toHaveText("The programme is not available");
  await expect(tryAgain(page)).toBeVisible();
}

test.describe("the file", () => {
  const answers = {
    "is missing": [{ status: 404, body: "Not found" }, "status 404"],
    "meets a failing server": [{ status: 503, body: "<h1>Busy</h1>" }, "status 503"],
    "is a web page": [{ contentType: "text/html", body: "<!doctype html><title>Home</title>" }, "a web page"],
    "is empty": [{ contentType: "application/json", body: "" }, "is empty"],
    "is blank": [{ contentType: "application/json", body: " \n\t\n" }, "is empty"],
  };
  for (const [what, [answer, words]] of Object.entries(answers)) {
    test(`${what}: words for visitor and host, and a way on`, async ({ page }) => {
      await withAnswer(page, answer);
      await page.goto("/");
      await expectProblem(page);
      await expect(main(page).getByText(VISITOR)).toBeVisible();
      await expect(faults(page)).toHaveCount(1);
      await expect(faults(page)).toContainText("agenda.json");
      await expect(faults(page)).toContainText(words);
      await page.unroute("**/agenda.json");
      await tryAgain(page).click();
      await expect(h1(page)).toHaveText("Global Nodes Meeting 2021");
    });
  }

  test("cannot be reached: the visitor can act, and the host is not blamed", async ({ page }) => {
    await page.route("**/agenda.json", (route) => route.abort());
    await page.goto("/sessions/thu-obis/");
    await expectProblem(page);
    await expect(main(page).getByText(/nobody answered\. Check your connection/)).toBeVisible();
    await expect(forHost(page)).toHaveCount(0);
    await page.unroute("**/agenda.json");
    await tryAgain(page).click();
    await expect(h1(page), "the page that was asked for").toHaveText(OBIS);
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

  test("the problem has a title of its own and works by keyboard", async ({ page }) => {
    await withText(page, "");
    await page.goto("/mine/");
    await expectProblem(page);
    await expect(page).toHaveTitle(/not available|problem/i);
    await page.keyboard.press("Tab");
    await expect(tryAgain(page)).toBeFocused();
    await page.unroute("**/agenda.json");
    await page.keyboard.press("Enter");
    await expect(h1(page)).toHaveText("My schedule");
  });

  test("what was starred is untouched meanwhile", async ({ page }) => {
    await page.goto("/programme/");
    await page.getByRole("button", { name: `My schedule: ${OBIS}`, exact: true }).click();
    const kept = () => page.evaluate(() => ({ ...localStorage }));
    const before = await kept();
    expect(Object.keys(before)).toEqual(["meridian/gnm2021/star/thu-obis"]);
    await withText(page, "{");
    await page.goto("/mine/");
    await expectProblem(page);
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
      await expect(main(page).getByText(VISITOR)).toBeVisible();
      await expect(faults(page).first()).toContainText(said);
      expect(crashes).toEqual([]);
    });
  }

  test("a byte order mark is no fault", async ({ page }) => {
    await withText(page, `\uFEFF${JSON.stringify(readAgenda())}`);
    await page.goto("/");
    await expect(h1(page)).toHaveText("Global Nodes Meeting 2021");
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
    await expectProblem(page);
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
    await page.goto("/");
    await expect(h1(page)).toHaveText("Global Nodes Meeting 2021");
  });

  for (const width of [320, 1280]) {
    test(`long lines for the host fit a page of ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await withAgenda(page, (agenda) => void (agenda.sessions[0].kind = "k".repeat(64)));
      await page.goto("/");
      await expectProblem(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  }
});

test.describe("a slow agenda", () => {
  for (const [place, heading] of [["/programme/", "Programme"], ["/sessions/thu-obis/", OBIS], ["/mine/", "My schedule"]]) {
    test(`${place}: a placeholder of the right shape, then the page`, async ({ page }) => {
      let release;
      const released = new Promise((done) => (release = done));
      await page.route("**/agenda.json", async (route) => {
        await released;
        await route.continue();
      });
      await page.goto(place, { waitUntil: "commit" });
      await expect(page.getByRole("status").filter({ hasText: "Loading the programme" })).toBeAttached();
      await expect(main(page)).toHaveAttribute("aria-busy", "true");
      const waiting = await main(page).boundingBox();
      const blocks = await main(page).evaluate((it) =>
        [...it.children].map((child) => child.getBoundingClientRect()).filter(({ width, height }) => width > 100 && height > 30).length,
      );
      expect(blocks, "a title and several rows").toBeGreaterThanOrEqual(4);
      expect(waiting.height, "it fills the first screen").toBeGreaterThan(400);
      await expect(h1(page)).toHaveCount(0);
      release();
      await expect(h1(page)).toHaveText(heading);
      await expect(main(page)).not.toHaveAttribute("aria-busy", "true");
      await expect(page.getByText("Loading the programme")).toHaveCount(0);
      const shown = await main(page).boundingBox();
      expect(Math.abs(shown.x - waiting.x), "the left edge stays").toBeLessThanOrEqual(1);
      expect(Math.abs(shown.width - waiting.width), "the width stays").toBeLessThanOrEqual(1);
    });
  }

  test("the visitor may leave for another page meanwhile", async ({ page }) => {
    let release;
    const released = new Promise((done) => (release = done));
    await page.route("**/agenda.json", async (route) => {
      await released;
      await route.continue();
    });
    await page.goto("/people/", { waitUntil: "commit" });
    await expect(main(page)).toHaveAttribute("aria-busy", "true");
    await page.evaluate(() => {
      history.pushState(null, "", "/watch/");
      dispatchEvent(new PopStateEvent("popstate"));
    });
    release();
    await expect(h1(page)).toHaveText("Watch");
  });
});

test.describe("a hostile agenda", () => {
  const SCRIPT = "<script>window.ran='script'</script>";
  const IMAGE = "<img src=x onerror=\"window.ran='image'\">";
  const CLOSE = "</title></h3><svg onload=\"window.ran='svg'\">";

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
      await page.goto(place);
      await expect(h1(page)).toBeVisible();
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
      await expectProblem(page);
      await expect(faults(page)).toHaveCount(1);
      await expect(faults(page)).toContainText(`session \`mon-icebreaker\`: \`${href}\` is not a link`);
      await expect(page.getByRole("link")).toHaveCount(0);
    });
  }

  test("such a link is refused inside a text too", async ({ page }) => {
    await withAgenda(page, (agenda) => void (agenda.sessions[0].summary = "[Innocent](javascript:alert(1))"));
    await page.goto("/sessions/mon-icebreaker/");
    await expectProblem(page);
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
    await page.goto("/programme/2021-07-01/");
    const card = main(page).getByRole("article").filter({ hasText: "Marine" });
    await expect(card).toContainText("6 talks");
    expect.soft(await runsOnward(card, "6 talks"), "the facts of the card").toBe(true);
    await page.goto("/sessions/thu-obis/");
    await expect(h1(page)).toBeVisible();
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
        await page.goto(place);
        await expect(h1(page)).toBeVisible();
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
      await page.goto(place);
      await expect(h1(page)).toBeVisible();
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), place).toBeLessThanOrEqual(320);
    }
  });
});
