// A site built from an agenda that means harm: refused where it could do any, and else shown as the
// text that it is, in the files as in the app.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "@playwright/test";
import { DIST, holdApp, isRead } from "../built.mjs";
import { readAgenda, watchOrigin } from "../helpers.mjs";
import { readSite, test as base } from "../sites.mjs";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const TOOL = ["run", "--quiet", "--locked", "--profile", "host", "--package", "meridian-host"];

const SCRIPT = "</script></title></style></textarea><script>window.ran='script'</script>";
const COMMENT = "<!--<script> --><![CDATA[ ]]>";
const IMAGE = `"'><img src=x onerror="window.ran='image'">`;
const SVG = "<svg onload=\"window.ran='svg'\"><style>*{display:none}</style>";
const ENTITY = "&lt;b&gt; &amp;amp; &#x3c;script&#x3e;";
// Runs from right to left. (Characters that turn a text around are refused.)
const HEBREW = "אוניברסיטה";
const LONG = "W".repeat(100_000);
const LONG_WORDS = "word ".repeat(20_000).trim();
const EVIL = "https://example.org/'onclick='alert(1)'/\"onclick=\"window.ran=1\"?a=<script>";
const TITLE = `Title ${SCRIPT}${COMMENT}${ENTITY}`;

/** The agenda with harm in every text. */
function hostile() {
  const agenda = readAgenda();
  const [eve] = agenda.people;
  const [theme] = agenda.themes;
  const find = (id) => agenda.sessions.find((session) => session.id === id);
  const [obis, battle, qa] = ["thu-obis", "fri-battle", "thu-qa"].map(find);
  Object.assign(agenda.event, { title: `Meeting ${SCRIPT}`, short_title: `Short ${IMAGE}` });
  Object.assign(agenda.event, { tagline: `${IMAGE}${COMMENT}`, organiser: `Organiser ${SCRIPT}` });
  Object.assign(agenda.event.sections[0], { heading: `Part ${IMAGE}`, text: `- ${IMAGE}\n- **${SCRIPT}** \`${SVG}\`` });
  agenda.event.cities[0].name = `City ${IMAGE}`;
  agenda.event.actions[1].label = `Action ${IMAGE}`;
  agenda.event.links[0] = { label: `Link ${IMAGE}`, href: EVIL };
  theme.title = `Theme ${IMAGE}${SCRIPT}`;
  agenda.kinds[0].title = `Kind ${SCRIPT}`;
  Object.assign(eve, { name: `Name ${IMAGE}`, affiliation: `${HEBREW} ${SCRIPT}` });
  Object.assign(obis, { title: TITLE, summary: `Summary ${IMAGE} ${ENTITY}`, themes: [theme.id], questions: [IMAGE] });
  obis.people = [{ person: eve.id, role: "moderator" }];
  obis.links = [{ label: `Label ${IMAGE}`, href: EVIL }];
  obis.notes = [{ kind: "information", text: `Note ${SCRIPT}` }];
  Object.assign(obis.talks[0], { title: `Talk ${IMAGE}`, speakers: [eve.id], video: { missing: `Reason ${SCRIPT}` } });
  agenda.revision.changes[0].text = `Change ${IMAGE}${SCRIPT}`;
  Object.assign(battle, { title: LONG });
  Object.assign(qa, { title: LONG_WORDS });
  qa.talks[0].title = LONG;
  return agenda;
}

/** What each page shows of it, as text. */
const SHOWN = {
  "": [`Meeting ${SCRIPT}`, `Part ${IMAGE}`, `Theme ${IMAGE}${SCRIPT}`, `Action ${IMAGE}`, `Link ${IMAGE}`],
  "programme/": [TITLE, LONG.slice(0, 500), LONG_WORDS.slice(0, 500)],
  "programme/2021-07-01/": [TITLE, LONG_WORDS.slice(0, 500)],
  "themes/theme-1/": [`Theme ${IMAGE}${SCRIPT}`, TITLE],
  "sessions/thu-obis/": [
    ...[TITLE, `Summary ${IMAGE} ${ENTITY}`, `Talk ${IMAGE}`, `Reason ${SCRIPT}`, `Label ${IMAGE}`],
    ...[`Note ${SCRIPT}`, `Name ${IMAGE}`, `City ${IMAGE}`],
  ],
  "sessions/fri-battle/": [LONG.slice(0, 500)],
  "watch/": [LONG.slice(0, 500)],
  "people/": [`Name ${IMAGE}`],
  [`people/${readAgenda().people[0].id}/`]: [`Name ${IMAGE}`, SCRIPT, TITLE],
  "mine/": [],
  "about/": [`Organiser ${SCRIPT}`, `Change ${IMAGE}${SCRIPT}`],
  "nowhere": [],
};

/** The host tool: exit code and what it said. */
function meridian(...args) {
  try {
    const said = execFileSync("cargo", [...TOOL, "--bin", "meridian", "--", ...args], { cwd: ROOT, stdio: "pipe" });
    return { code: 0, said: String(said) };
  } catch ({ status, stdout, stderr }) {
    return { code: status, said: `${stdout}${stderr}` };
  }
}

/** Tests with a folder of their own, and those whose host has the hostile site, built once for each worker. */
const test = base.extend({
  folder: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), "meridian-hostile-"));
      await use(folder);
      rmSync(folder, { recursive: true });
    },
    { scope: "worker" },
  ],
  site: [
    async ({ folder }, use) => {
      writeFileSync(join(folder, "agenda.json"), JSON.stringify(hostile()));
      const out = join(folder, "out");
      const built = meridian("build", join(folder, "agenda.json"), "--app", join(DIST, "app"), "--out", out);
      expect(built.code, built.said).toBe(0);
      await use(readSite(out));
    },
    { scope: "worker", timeout: 120_000 },
  ],
  origin: async ({ site, web }, use) => {
    web.deploy("/", site);
    await use(web.origin);
  },
});

test.use({ serviceWorkers: "block", viewport: { width: 360, height: 800 } });

const body = (page) => page.locator("body");

/** Its texts are there as texts; there is nothing else of it; and nothing sticks out. */
async function isHarmless(page, path) {
  const text = await body(page).innerText();
  expect.soft(SHOWN[path].filter((part) => !text.includes(part)), path).toEqual([]);
  await expect.soft(body(page).locator("script, img, style, [onload], [onerror], [onclick]"), path).toHaveCount(0);
  await expect.soft(page.locator("[style]"), path).toHaveCount(0);
  expect.soft(await page.evaluate(() => window.ran), path).toBeUndefined();
  expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
}

for (const path of Object.keys(SHOWN)) {
  test(`/${path}: as a file, before the app and with it`, async ({ page, origin }) => {
    test.setTimeout(90_000);
    const leaving = watchOrigin(page);
    const trouble = [];
    page.on("pageerror", (error) => trouble.push(error.message));
    page.on("dialog", (dialog) => trouble.push(dialog.message()));
    page.on("console", (message) => /Content Security Policy/.test(message.text()) && trouble.push(message.text()));
    const release = await holdApp(page);
    await page.goto(`${origin}/${path}`);
    await isRead(page);
    await isHarmless(page, path);
    await release();
    await isHarmless(page, path);
    expect(trouble).toEqual([]);
    expect(leaving).toEqual([]);
  });
}

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });
  test("every page as a file", async ({ page, origin }) => {
    test.setTimeout(180_000);
    for (const path of Object.keys(SHOWN)) {
      await page.goto(`${origin}/${path}`);
      await isHarmless(page, path);
    }
  });
});

test("the head of each page is what it would be: one title, one policy, data that can be read", async ({ site }) => {
  const pages = Object.entries(site).filter(([path]) => path.endsWith(".html"));
  const count = (text, pattern) => [...text.matchAll(pattern)].length;
  for (const [path, html] of pages) {
    const text = String(html);
    const data = [...text.matchAll(/<script type="application\/ld\+json">([^]*?)<\/script>/g)];
    expect(count(text, /<script/g), path).toBe(1 + data.length);
    for (const [tag, times] of [["title", 1], ["style", 1], ["html", 1], ["body", 1], ["/head", 1]]) {
      expect(count(text, new RegExp(`<${tag}[ >]`, "g")), `${path}: ${tag}`).toBe(times);
    }
    for (const [, json] of data) JSON.parse(json);
  }
  const obis = String(site["sessions/thu-obis/index.html"]);
  const [, json] = obis.match(/<script type="application\/ld\+json">([^]*?)<\/script>/);
  expect(JSON.parse(json).name).toBe(TITLE);
  expect(JSON.parse(site["manifest.webmanifest"]).name).toBe(`Meeting ${SCRIPT}`);
});

test.describe("what could do harm is refused, and nothing is written", () => {
  const harms = {
    "a link that is a script": (agenda) => {
      agenda.sessions[0].links = [{ label: "x", href: "javascript:alert(1)" }];
    },
    "one in other letters": (agenda) => void (agenda.event.links[0].href = "JaVaScRiPt:alert(1)"),
    "one inside a text": (agenda) => void (agenda.sessions[0].summary = "[x](javascript:alert(1))"),
    "one to join by": (agenda) => void (agenda.sessions[0].join = "javascript:alert(1)"),
    "a link that is data": (agenda) => void (agenda.event.actions[0].href = "data:text/html,<script>alert(1)</script>"),
    "a picture that is a script": (agenda) => void (agenda.event.hero = { src: "javascript:1", alt: "x" }),
    "an id that leaves its folder": (agenda) => void (agenda.people[0].id = "../../x"),
    "an id with markup": (agenda) => void (agenda.themes[0].id = '"><script>'),
    "an event with a path for an id": (agenda) => void (agenda.event.id = "a/../../b"),
    "a video with markup for an id": (agenda) => {
      agenda.sessions[2].recordings = [{ video: { provider: "vimeo", id: '1"><script>' } }];
    },
  };
  test("scripts, data and markup in links, pictures, ids and videos", ({ folder }) => {
    for (const [what, harm] of Object.entries(harms)) {
      const agenda = readAgenda();
      harm(agenda);
      const own = mkdtempSync(join(folder, "harm-"));
      const [file, out] = [join(own, "agenda.json"), join(own, "out")];
      writeFileSync(file, JSON.stringify(agenda));
      const checked = meridian("check", file);
      expect(checked.code, `${what}: ${checked.said}`).toBe(1);
      expect(checked.said, what).toContain("agenda.json:");
      expect(meridian("build", file, "--app", join(DIST, "app"), "--out", out).code, what).toBe(1);
      expect(Object.keys(readSite(own)), what).toEqual(["agenda.json"]);
    }
  });
});

test("a picture's address cannot add to the policy", ({ folder }) => {
  const agenda = readAgenda();
  agenda.event.hero = { src: "https://pictures.example;script-src-elem%20*/x.png", alt: "x" };
  const [file, out] = [join(folder, "picture.json"), join(folder, "picture")];
  writeFileSync(file, JSON.stringify(agenda));
  expect(meridian("build", file, "--app", join(DIST, "app"), "--out", out).code).toBe(0);
  const site = readSite(out);
  const [, policy] = String(site["index.html"]).match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/);
  expect(policy).toContain("; img-src 'self'; media-src 'self'; ");
  expect(policy + site["_headers"]).not.toContain("script-src-elem");
});
