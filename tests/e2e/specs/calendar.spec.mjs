// Sessions on their way into the visitor's own calendar: files of the site, files made in the app, addresses to
// subscribe to, and the forms of others.
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { expectAccessibleInBoth } from "../axe.mjs";
import { goInside } from "../built.mjs";
import { readAgenda, visit, watchOrigin, withAgenda } from "../helpers.mjs";

const OBIS = "/sessions/thu-obis/";
const main = (page) => page.getByRole("main");
const details = (page) => main(page).locator("details.calendar").first();
const unfold = (page) => details(page).locator("summary").click();

/** The events of a file, each as its properties by name; lines are unfolded and text is as it was meant. */
function eventsOf(text) {
  expect(text.endsWith("\r\n")).toBe(true);
  const lines = text.replaceAll("\r\n ", "").split("\r\n");
  const plain = (value) => value.replaceAll("\\n", "\n").replace(/\\(.)/g, "$1");
  const events = [];
  for (const line of lines) {
    const [, name, value] = line.match(/^([A-Z-]+)[^:]*:(.*)$/) ?? [];
    if (line === "BEGIN:VEVENT") events.push({});
    else if (name && events.length > 0 && line !== "END:VEVENT") events.at(-1)[name] ??= plain(value);
  }
  return events;
}

const stamp = (text) => new Date(text).toISOString().replace(/[-:]|\.\d+/g, "");

/** What a press brings as a file: its name and text. */
async function saved(page, press) {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

/** That the events are those sessions. */
function are(events, sessions) {
  const short = ({ UID, DTSTART, DTEND, SUMMARY }) => [UID, DTSTART, DTEND, SUMMARY];
  const want = sessions.map(({ id, start, end, title }) => [`${id}@gnm2021.meridian`, stamp(start), stamp(end), title]);
  expect(events.map(short).sort()).toEqual(want.sort());
}

test("a session is saved as a file that is made in the app, by keyboard alone, and equals that of the site", async ({ page, request }) => {
  const leaving = watchOrigin(page);
  await visit(page, OBIS);
  await details(page).locator("summary").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(details(page).getByRole("button", { name: "Save calendar file" })).toBeFocused();
  const { name, text } = await saved(page, () => page.keyboard.press("Enter"));
  expect(name).toBe("gnm2021-thu-obis.ics");
  const events = eventsOf(text);
  are(events, readAgenda().sessions.filter(({ id }) => id === "thu-obis"));
  expect(events[0].URL).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/sessions\/thu-obis\/$/);
  expect(leaving).toEqual([]);

  // The site does not know where it stands.
  const site = await (await request.get("/calendar/sessions/thu-obis.ics")).text();
  const known = ({ URL, DESCRIPTION, ...rest }) => ({ ...rest, DESCRIPTION: DESCRIPTION.split("\n\nhttp://127.0.0.1")[0] });
  expect(events.map(known)).toEqual(eventsOf(site).map(known));

  await expect(details(page)).toContainText("Third parties: the one you choose learns of it");
  const google = new URL(await details(page).getByRole("link", { name: "Google Calendar" }).getAttribute("href"));
  expect(google.searchParams.get("dates")).toBe("20210701T160000Z/20210701T173000Z");
  expect(google.searchParams.get("text")).toBe("OBIS marine data mobilization session");
  const outlook = new URL(await details(page).getByRole("link", { name: "Outlook.com" }).getAttribute("href"));
  expect(outlook.searchParams.get("startdt")).toBe("2021-07-01T16:00:00Z");
});

test("it is made from the programme that is shown, not from that of the last build", async ({ page }) => {
  await withAgenda(page, (agenda) => {
    const session = agenda.sessions.find(({ id }) => id === "thu-obis");
    Object.assign(session, { start: "2021-07-01T20:00:00+02:00", end: "2021-07-01T21:30:00+02:00", status: "cancelled" });
    agenda.revision.number = 99;
  });
  await visit(page, OBIS);
  await unfold(page);
  const { text } = await saved(page, () => details(page).getByRole("button").click());
  const SUMMARY = "Cancelled: OBIS marine data mobilization session";
  expect(eventsOf(text)[0]).toMatchObject({ DTSTART: "20210701T180000Z", STATUS: "CANCELLED", SEQUENCE: "99", SUMMARY });
  // Entries of others would not say that it is cancelled.
  await expect(details(page).getByRole("link", { name: /Google|Outlook/ })).toHaveCount(0);
  await expect(details(page)).toContainText("some calendars ask for it once or twice a day only");
});

test("a subscription has an address, which leads to the file of the site", async ({ page, request }) => {
  await visit(page, "/people/");
  for (const [path, feed] of [
    [OBIS, "sessions/thu-obis"],
    ["/programme/", "all"],
    ["/programme/2021-06-30/", "days/2021-06-30"],
    ["/themes/theme-3/", "themes/theme-3"],
    ["/people/abby-benson/", "people/abby-benson"],
    ["/about/", "all"],
  ]) {
    await goInside(page, path);
    await unfold(page);
    const href = await details(page).getByRole("link", { name: "Subscribe" }).getAttribute("href");
    expect(href).toMatch(new RegExp(`^webcal://127\\.0\\.0\\.1:\\d+/calendar/${feed}\\.ics$`));
    const response = await request.get(href.replace("webcal:", "http:"));
    expect(response.headers()["content-type"], path).toBe("text/calendar; charset=utf-8");
    expect(eventsOf(await response.text()).length, path).toBeGreaterThan(0);
  }
});

test("what is filtered can be saved, and a filter by theme or kind alone can be subscribed to", async ({ page }) => {
  const subscribe = details(page).getByRole("link", { name: "Subscribe" });
  await visit(page, "/programme/?theme=theme-3");
  await unfold(page);
  await expect(subscribe).toHaveAttribute("href", /\/calendar\/themes\/theme-3\.ics$/);
  await visit(page, "/programme/?kind=demo");
  await unfold(page);
  await expect(subscribe).toHaveAttribute("href", /\/calendar\/kinds\/demo\.ics$/);
  await page.getByRole("searchbox", { name: "Search" }).fill("group");
  const press = details(page).getByRole("button", { name: "Save 3 sessions as calendar file" });
  await expect(press).toBeVisible();
  await expect(subscribe).toHaveCount(0);
  const { name, text } = await saved(page, () => press.click());
  expect(name).toBe("gnm2021-selection.ics");
  are(eventsOf(text), readAgenda().sessions.filter(({ title }) => /, group \d/.test(title)));
  await page.getByRole("searchbox", { name: "Search" }).fill("no such thing");
  await expect(details(page)).toContainText("No session matches, so there is nothing to add.");
});

test("every calendar of the page About leads to a file", async ({ page, request }) => {
  await visit(page, "/about/");
  const links = main(page).locator("details.calendar").last().getByRole("link", { includeHidden: true });
  const hrefs = await links.evaluateAll((links) => links.map((link) => link.href));
  const files = hrefs.filter((href) => href.startsWith("http"));
  expect(files.length).toBeGreaterThan(10);
  expect(hrefs.length).toBe(files.length * 2);
  for (const href of files) expect((await request.get(href)).status(), href).toBe(200);
});

test("where files cannot be saved, the share sheet opens", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "standalone", { value: true });
    navigator.canShare = ({ files }) => files?.length === 1;
    navigator.share = async ({ files }) => {
      window.shared = { name: files[0].name, type: files[0].type, text: await files[0].text() };
      throw new DOMException("The visitor thought better of it", "AbortError");
    };
  });
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await visit(page, OBIS);
  await unfold(page);
  await details(page).getByRole("button", { name: "Save calendar file" }).click();
  await expect.poll(() => page.evaluate(() => window.shared?.name)).toBe("gnm2021-thu-obis.ics");
  const { type, text } = await page.evaluate(() => window.shared);
  expect(type).toBe("text/calendar;charset=utf-8");
  are(eventsOf(text), readAgenda().sessions.filter(({ id }) => id === "thu-obis"));
  expect(errors).toEqual([]);
});

for (const path of [OBIS, "/programme/", "/about/"]) {
  test(`unfolded, axe finds nothing: ${path}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await visit(page, path);
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    await expectAccessibleInBoth(page);
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the file of the site is a plain link", async ({ page }) => {
    await page.goto(OBIS);
    await unfold(page);
    const { text } = await saved(page, () => details(page).getByRole("link", { name: "Save calendar file" }).click());
    are(eventsOf(text), readAgenda().sessions.filter(({ id }) => id === "thu-obis"));
  });
});
