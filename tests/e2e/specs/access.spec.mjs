// What holds on every page: nothing for axe to find, in light and dark; no inline style; room on small screens and for
// large text; no motion unasked.
import { expect, test } from "@playwright/test";
import { expectAccessibleInBoth } from "../axe.mjs";
import { plant } from "../built.mjs";
import { addStyle, visit, withAgenda } from "../helpers.mjs";

// Far from the venue, so that both clocks, other days and the night are shown.
test.use({ timezoneId: "Asia/Kathmandu" });

const h1 = (page) => page.getByRole("heading", { level: 1 });
const panel = (page) => page.getByRole("dialog", { name: "Times and colours" });
const clockButton = (page) => page.getByRole("button", { name: /^Times:/ });

const STARS = Object.fromEntries(
  ["mon-theme-1", "wed-eca", "wed-asia", "wed-lac", "thu-obis", "fri-battle", "gone-session"].map((id) => [
    `meridian/gnm2021/star/${id}`,
    "1 5 on",
  ]),
);

/** Every page and state: how to get there. */
const pages = {
  "home before": (page) => visit(page, "/?now=2021-06-20T10:00:00Z"),
  "home during": (page) => visit(page, "/?now=2021-06-28T12:10:00Z"),
  "home after": (page) => visit(page, "/"),
  programme: (page) => visit(page, "/programme/"),
  "programme, nothing found": (page) => visit(page, "/programme/?q=nothing-has-this"),
  day: (page) => visit(page, "/programme/2021-06-30/"),
  theme: (page) => visit(page, "/themes/theme-3/"),
  session: (page) => visit(page, "/sessions/thu-obis/"),
  "session with chapters": (page) => visit(page, "/sessions/fri-battle/"),
  "session live": async (page) => {
    await withAgenda(page, (agenda) => {
      agenda.sessions.find((session) => session.id === "mon-theme-1").join = "https://meet.example/room";
    });
    await visit(page, "/sessions/mon-theme-1/?now=2021-06-28T12:10:00Z");
    await expect(page.getByRole("link", { name: "Join now" })).toBeVisible();
  },
  "session with a player": async (page) => {
    const body = '<!doctype html><html lang="en"><title>Stub</title><section aria-label="Player">Stub</section></html>';
    await page.route("https://player.vimeo.com/**", (route) => route.fulfill({ contentType: "text/html", body }));
    await visit(page, "/sessions/fri-battle/");
    await page.getByRole("button", { name: /^Play: / }).click();
    await expect(page.frameLocator("iframe").getByText("Stub")).toBeVisible();
  },
  watch: (page) => visit(page, "/watch/"),
  people: (page) => visit(page, "/people/"),
  person: (page) => visit(page, "/people/abby-benson/"),
  "mine, empty": (page) => visit(page, "/mine/"),
  "mine, full": async (page) => {
    await plant(page, STARS);
    await visit(page, "/mine/?now=2021-06-30T08:30:00Z");
    await expect(page.getByRole("heading", { name: "No longer in the programme" })).toBeVisible();
  },
  about: (page) => visit(page, "/about/"),
  "not found": (page) => visit(page, "/nowhere/"),
  "problem beside the page": async (page) => {
    await withAgenda(page, (agenda) => void (agenda.sessions[0].kind = "tlak"));
    await page.goto("/");
    await expect(page.getByRole("alert").getByRole("heading", { name: "For the host of this site" })).toBeVisible();
  },
  "problem without a page": async (page) => {
    await withAgenda(page, (agenda) => void (agenda.sessions[0].kind = "tlak"));
    await page.goto("/sessions/not-built/");
    await expect(page.getByRole("main").getByRole("heading", { name: "For the host of this site" })).toBeVisible();
  },
  "settings open": async (page) => {
    await visit(page, "/programme/2021-06-30/");
    await clockButton(page).click();
    await page.getByRole("searchbox", { name: "Another place" }).fill("new");
    await expect(panel(page).getByText(/\d zones/)).toBeVisible();
  },
  "notices shown": async (page) => {
    await plant(page, { "meridian/gnm2021/star/thu-obis": "garbage", "meridian/gnm2021/star/thu-qa": "2 99 on extra" });
    await visit(page, "/programme/2021-07-01/");
    await page.getByRole("button", { name: "My schedule: Live Q&A: theme 3 and theme 4", exact: true }).click();
    await expect(page.getByText(/newer version of the app/)).toBeVisible();
    await expect(page.getByText(/could not be read/)).toBeVisible();
  },
};

async function open(page, name) {
  await pages[name](page);
  await expect(h1(page)).toBeVisible();
}

/** Holds of every page and state. */
async function expectStructure(page) {
  const found = await page.evaluate(() => {
    const name = (element) => element.outerHTML.slice(0, 120);
    const visible = (element) => element.checkVisibility();
    const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(visible);
    const skipped = levels.filter((heading, index) => {
      const before = index ? Number(levels[index - 1].tagName[1]) : 0;
      return Number(heading.tagName[1]) > before + 1;
    });
    const outside = [...document.querySelectorAll("a[href]")].filter(
      (link) => /^https?:$/.test(link.protocol) && link.origin !== location.origin,
    );
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    const seconds = (list) => Math.max(...list.split(",").map((one) => parseFloat(one) * (one.trim().endsWith("ms") ? 0.001 : 1)));
    const moving = [...document.querySelectorAll("*")].flatMap((element) =>
      ["", "::before", "::after"].filter((part) => {
        const { transitionDuration, animationName, animationDuration } = getComputedStyle(element, part || null);
        return seconds(transitionDuration) > 0 || (animationName !== "none" && seconds(animationDuration) > 0);
      }).map((part) => name(element) + part),
    );
    return {
      "headings of the first level": levels.filter((heading) => heading.tagName === "H1").length,
      "main landmarks": document.querySelectorAll("main").length,
      "language": document.documentElement.lang,
      "headings that skip a level": skipped.map(name),
      // Numbers for the stylesheet are no styles.
      "inline styles": [...document.querySelectorAll("[style]")].filter(({ style }) => [...style].some((rule) => !rule.startsWith("--"))).map(name),
      "outside links without noopener": outside.filter((link) => !link.relList.contains("noopener")).map(name),
      "links with other schemes": [...document.querySelectorAll("a[href]")].filter((link) => !/^(https?|mailto|webcal):$/.test(link.protocol)).map(name),
      "ids said twice": ids.filter((id, index) => ids.indexOf(id) !== index),
      "positive tab order": [...document.querySelectorAll("[tabindex]")].filter((element) => element.tabIndex > 0).map(name),
      "inline handlers": [...document.querySelectorAll("[onclick], [onload], [onerror]")].map(name),
      "moving things": moving,
      "smooth scrolling": getComputedStyle(document.documentElement).scrollBehavior === "smooth",
    };
  });
  expect(found).toEqual({
    "headings of the first level": 1,
    "main landmarks": 1,
    "language": "en",
    "headings that skip a level": [],
    "inline styles": [],
    "outside links without noopener": [],
    "links with other schemes": [],
    "ids said twice": [],
    "positive tab order": [],
    "inline handlers": [],
    "moving things": [],
    "smooth scrolling": false,
  });
}

/** Nothing sticks out at 320 px, and at twice the text size. */
async function expectRoom(page) {
  /** What makes the page wider than the window. */
  const sticksOut = () =>
    page.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return [];
      const out = [...document.body.querySelectorAll("*")].filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return element.checkVisibility() && !element.closest(".skip, .unseen, svg") && (right > clientWidth + 1 || left < -1);
      });
      return [`${scrollWidth} > ${clientWidth}`, ...out.slice(0, 6).map((element) => element.outerHTML.slice(0, 100))];
    });
  const rootSize = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  await page.setViewportSize({ width: 320, height: 640 });
  expect.soft(await sticksOut(), "320 px").toEqual([]);
  // As the browser's own setting does it, which the media queries follow.
  const client = await page.context().newCDPSession(page);
  await client.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
  expect(await rootSize()).toBe("32px");
  for (const width of [1280, 640]) {
    await page.setViewportSize({ width, height: 800 });
    expect.soft(await sticksOut(), `${width} px, the browser's text at 200 %`).toEqual([]);
  }
  // As a visitor's own stylesheet does it, which they do not.
  await client.send("Page.setFontSizes", { fontSizes: { standard: 16, fixed: 13 } });
  await addStyle(page, ":root { font-size: 200% !important; }");
  expect(await rootSize()).toBe("32px");
  await page.setViewportSize({ width: 1280, height: 800 });
  expect.soft(await sticksOut(), "1280 px, the root's text at 200 %").toEqual([]);
}

for (const name of Object.keys(pages)) {
  test(`axe finds nothing, the structure is sound and nothing sticks out: ${name}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(page, name);
    await expectAccessibleInBoth(page);
    await expectStructure(page);
    await expectRoom(page);
  });
}
