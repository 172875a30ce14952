// The agenda in place of the one that the pages were made from means harm: it is text, and runs nowhere. (A site that
// was built from one: hostile.spec.mjs.)
import { expect, test } from "@playwright/test";
import { readAgenda, visit, watchOrigin, withAgenda } from "../helpers.mjs";

const EVENT = "Global Nodes Meeting 2021";
const READABLE = "You can read this page as it was published, with times at the venue.";
const SAFE = "What you starred is safe in this browser.";
const main = (page) => page.getByRole("main");
const h1 = (page) => page.getByRole("heading", { level: 1 });
const trouble = (page) => page.getByRole("alert");

const forHost = (page) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: "For the host of this site" }) });

const fault = (page) => forHost(page).locator("code");

/** The page of that heading is there to be read, and one message says why it is no more than that. */
async function expectProblem(page, heading = EVENT) {
  await expect(trouble(page)).toHaveCount(1);
  await expect(trouble(page)).toContainText(READABLE);
  await expect(trouble(page)).toContainText(SAFE);
  await expect(trouble(page).getByRole("button", { name: "Try again" })).toBeVisible();
  await expect(h1(page)).toHaveText(heading);
  await expect(page).toHaveTitle(heading === EVENT ? EVENT : `${heading} · ${EVENT}`);
}

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

  // What else is no link, in any place of the file, is tested in crates/agenda (link, read).
  test("a link that is a script is refused, and the first fault named", async ({ page }) => {
    await withAgenda(page, (agenda) => {
      agenda.sessions[0].links = [{ label: "Innocent", href: "javascript:alert(1)" }];
    });
    await page.goto("/sessions/mon-icebreaker/");
    await expectProblem(page, ICEBREAKER);
    await expect(fault(page)).toContainText("/sessions/0/links/0/href: `javascript:alert(1)` is not a link");
    await expectNoSuchLink(page);
  });

  test("a right-to-left override is refused, and its place named", async ({ page }) => {
    await withAgenda(page, (agenda) => {
      agenda.sessions[0].title = "Marine \u202Edata";
    });
    await page.goto("/sessions/mon-icebreaker/");
    await expectProblem(page, ICEBREAKER);
    await expect(fault(page)).toContainText("/sessions/0/title: here is the character U+202E, which turns the text around it");
  });

  test("names that run from right to left turn no word round but their own", async ({ page }) => {
    const name = "עדה לאבלייס";
    await withAgenda(page, (agenda) => {
      agenda.people.push({ id: "eve", name, affiliation: "אוניברסיטה" });
      const obis = agenda.sessions.find((session) => session.id === "thu-obis");
      obis.title = "Marine נתונים";
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
