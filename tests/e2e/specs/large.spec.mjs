// A large event: a day is a list of which the app makes live what is near, a brief of the agenda starts the app, and the
// long texts come later.
import { expect } from "@playwright/test";
import { readFileSync } from "node:fs";
import { buildLarge } from "../large.mjs";
import { ready } from "../helpers.mjs";
import { test } from "../sites.mjs";

test.use({ serviceWorkers: "block" });
// Building the site takes longer than any test.
test.describe.configure({ mode: "default" });

let site;
let first;

test.beforeAll(() => {
  site = buildLarge(400);
  const day = (session) => session.start.slice(0, 10);
  const days = site.agenda.sessions.map(day).sort();
  first = site.agenda.sessions.filter((session) => day(session) === days[0]);
});

test.beforeEach(({ page, web }) => {
  web.deploy("/", { ...site.files });
  page.on("pageerror", (error) => expect(error).toBeUndefined());
});

const entries = (page) => page.locator(".entries > li");
const plain = (page) => page.locator(".entries--plain > li");
const url = (web, path) => `${web.origin}/${path}`;
const brief = () => Object.keys(site.files).find((path) => path.startsWith("app/brief-"));

async function open(page, web, path) {
  await page.goto(url(web, path));
  await ready(page);
}

test("without the app the whole day can be read", async ({ browser, web }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(url(web, "programme/"));
  await expect(entries(page)).toHaveCount(first.length);
  await expect(page.getByRole("heading", { level: 3 }).last()).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Days" }).getByRole("link")).toHaveCount(10);
  await page.close();
});

test("what comes near becomes live, and every star works before", async ({ page, web }) => {
  await page.setViewportSize({ width: 390, height: 500 });
  await open(page, web, "programme/");
  await expect(entries(page)).toHaveCount(first.length);
  expect(await plain(page).count()).toBeGreaterThan(0);
  const last = page.locator("button.star").last();
  const name = await last.getAttribute("aria-label");
  // Pressed as by a program that reads the page out, without scrolling there.
  await last.evaluate((star) => star.click());
  const star = page.getByRole("button", { name, exact: true });
  await expect(star).toHaveAttribute("aria-pressed", "true");
  await expect(plain(page)).toHaveCount(0);
  await expect(entries(page)).toHaveCount(first.length);
  await page.reload();
  await ready(page);
  await expect(star).toHaveAttribute("aria-pressed", "true");
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(plain(page)).toHaveCount(0);
  await expect(entries(page)).toHaveCount(first.length);
  await expect(star).toHaveAttribute("aria-pressed", "true");
});

test("a filter finds sessions of every day, and the search what stands in long texts", async ({ page, web }) => {
  await open(page, web, "programme/");
  const kind = site.agenda.kinds[1];
  await page.getByLabel("Kind").selectOption(kind.title);
  await expect(entries(page)).toHaveCount(site.agenda.sessions.filter((session) => session.kind === kind.id).length);
  await page.getByRole("button", { name: "Clear the filter" }).click();
  await expect(entries(page)).toHaveCount(first.length);
  const hidden = site.agenda.sessions.find(({ summary }) => summary);
  const words = hidden.summary.split(" ").slice(0, 3).join(" ");
  await page.getByLabel("Search").fill(words);
  await expect(page.locator(".entry").filter({ has: page.getByRole("link", { name: hidden.title }) }).first()).toBeVisible();
});

test("a session's page carries its texts; those of the next come with the agenda", async ({ page, web }) => {
  const release = web.hold("/agenda.json");
  const [one] = first;
  await open(page, web, `sessions/${one.id}/`);
  const main = page.getByRole("main");
  const words = (session) => session.summary.split("\n")[0].slice(0, 40);
  await expect(main).toContainText(words(one));
  await expect(page.locator("html")).not.toHaveAttribute("data-altered", "");
  const next = page.getByRole("navigation", { name: "Sessions before and after" }).getByRole("link").last();
  const id = (await next.getAttribute("href")).split("/").at(-2);
  await next.click();
  await expect(main).toContainText("The description is being loaded");
  release();
  await expect(main).toContainText(words(site.agenda.sessions.find((session) => session.id === id)));
  await expect(main).not.toContainText("is being loaded");
  await page.getByText("Add to calendar").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save calendar file" }).click(),
  ]);
  const calendar = readFileSync(await download.path(), "utf8").replaceAll("\r\n ", "");
  expect(calendar).toContain(`UID:${id}@${site.agenda.event.id}.meridian`);
  expect(calendar).toContain("DESCRIPTION:");
});

test("a newer agenda than the brief wins", async ({ page, web }) => {
  const agenda = structuredClone(site.agenda);
  agenda.sessions.find(({ id }) => id === first[0].id).title = "Renamed meanwhile";
  web.deploy("/", { ...site.files, "agenda.json": JSON.stringify(agenda) });
  await open(page, web, "programme/");
  await expect(page.getByRole("link", { name: "Renamed meanwhile" })).toBeVisible();
  await expect(entries(page)).toHaveCount(first.length);
});

test("without its brief a page is made from the agenda", async ({ page, web }) => {
  const { [brief()]: _, ...files } = site.files;
  web.deploy("/", files);
  await open(page, web, "programme/");
  await expect(entries(page)).toHaveCount(first.length);
});
