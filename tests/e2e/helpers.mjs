// What several specs need: the programme as it is in the repository, a page
// that is served another one, the moment at which the app is live, and the
// list of requests that leave the site.
import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";

const source = readFileSync(new URL("../../public/agenda.json", import.meta.url), "utf8");

/** A fresh copy of public/agenda.json. */
export function readAgenda() {
  return JSON.parse(source);
}

/**
 * Serves the page a changed copy of the programme; call it before `goto`.
 * `change` edits the copy in place, or returns another. Returns what is served.
 */
export async function withAgenda(page, change) {
  const copy = readAgenda();
  const agenda = change(copy) ?? copy;
  await page.route("**/agenda.json", (route) => route.fulfill({ json: agenda }));
  return agenda;
}

/** Lets the programme wait; call it before `goto`. Returns what lets it come, or that answer in its place. */
export async function holdAgenda(page, answer) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route("**/agenda.json", async (route) => {
    await released;
    // A page that was left meanwhile wants it no more.
    await (answer ? route.fulfill(answer) : route.continue()).catch(() => {});
  });
  return release;
}

/**
 * Waits until the app is live. Only for what nobody could do before: pages can be
 * read, links followed, stars pressed and words typed from the start, and tests do so as people do.
 */
export async function ready(page) {
  await expect(page.locator("html")).toHaveAttribute("data-live", "");
}

/** Opens a page, and waits until the app is live: for what is said there by the app. */
export async function visit(page, address) {
  await page.goto(address);
  await ready(page);
}

/** Adds rules as a visitor's own stylesheet has them, which no policy of a site can keep out. */
export async function addStyle(page, rules) {
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets.push(sheet);
  }, rules);
}

/** Requests of this page and its frames that go to anyone but the site; it fills as they are made. */
export function watchOrigin(page) {
  const leaving = [];
  page.context().on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && hostname !== "127.0.0.1") leaving.push(request.url());
  });
  return leaving;
}

/** What is in localStorage, by key, but for what was known of each starred session. */
export function keptIn(page) {
  return page.evaluate(() =>
    Object.fromEntries(Object.entries({ ...localStorage }).filter(([key]) => !key.includes("/known/"))),
  );
}
