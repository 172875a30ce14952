// The page of a session: when it is here and elsewhere, what is known about it, and the way in.
import { expect, test } from "@playwright/test";
import { goInside } from "../built.mjs";
import { readAgenda, visit, watchOrigin, withAgenda } from "../helpers.mjs";
import { dayMark, hours } from "../oracle.mjs";

const agenda = readAgenda();
const sessions = new Map(agenda.sessions.map((session) => [session.id, session]));
const people = new Map(agenda.people.map((person) => [person.id, person]));
const kinds = new Map(agenda.kinds.map((kind) => [kind.id, kind]));

/** A section of the page, by its heading. */
function part(page, heading) {
  const found = page.getByRole("heading", { name: heading, exact: typeof heading === "string", level: 2 });
  return page.locator("section").filter({ has: found });
}

test.describe("when it is", () => {
  test.use({ timezoneId: "Asia/Kathmandu" });

  test("“Elsewhere” gives each city’s time and day", async ({ page }) => {
    const cities = agenda.event.cities;
    const times = hours(agenda, cities.map(({ zone }) => zone));
    await visit(page, "/people/");
    for (const id of ["mon-icebreaker", "tue-icebreaker", "wed-oceania", "thu-obis"]) {
      await goInside(page, `/sessions/${id}/`);
      const table = part(page, "Elsewhere").getByRole("table");
      const rows = cities.map(({ name, zone }) => {
        const { range, days } = times[zone][id];
        return [name, range, dayMark(days)].filter(Boolean).join(" ");
      });
      await expect(table.getByRole("row")).toHaveCount(cities.length);
      const read = () => table.getByRole("row").evaluateAll((rows) => rows.map((row) => row.innerText.replace(/\s+/g, " ").trim()));
      await expect.poll(read, id).toEqual(rows);
      for (const { name } of cities) await expect(table.getByRole("rowheader", { name, exact: true })).toBeVisible();
    }
  });

  test("“Elsewhere” counts hours as the visitor does", async ({ page }) => {
    await page.goto("/sessions/thu-obis/");
    await page.getByRole("button", { name: /^Times/ }).click();
    await page.getByRole("radio", { name: "2:00 pm" }).check();
    const { range12, days } = hours(agenda, ["Pacific/Auckland"])["Pacific/Auckland"]["thu-obis"];
    const row = part(page, "Elsewhere").getByRole("row", { name: /^Wellington/ });
    await expect(row).toContainText(range12);
    await expect(row).toContainText(dayMark(days));
  });

  test("the day band says its hours in words", async ({ page }) => {
    const times = hours(agenda, ["Asia/Kathmandu"])["Asia/Kathmandu"];
    await visit(page, "/people/");
    for (const [id, night] of [["thu-obis", "1 in your night"], ["mon-theme-1", "none in your night"]]) {
      await goInside(page, `/sessions/${id}/`);
      const band = part(page, "When").getByRole("img");
      await expect(band).toHaveAccessibleName(`24 hours in Kathmandu: ${times[id].range}; ${night}`);
    }
  });

  test("its time stands on both clocks, with day and length", async ({ page }) => {
    const [here, there] = ["Asia/Kathmandu", "Europe/Copenhagen"].map((zone) => hours(agenda, [zone])[zone]["thu-obis"]);
    await visit(page, "/sessions/thu-obis/");
    const when = part(page, "When");
    await expect(when.getByRole("link", { name: "Thursday 1 July" })).toHaveAttribute("href", "/programme/2021-07-01/");
    await expect(when.getByRole("time")).toHaveText([here.range, there.range]);
    await expect(when).toContainText("Kathmandu · your time");
    await expect(when).toContainText("Copenhagen · venue");
    await expect(when.getByText("in your night", { exact: true })).toHaveCount(1);
    await expect(when).toContainText("1 h 30 min. It is over.", { useInnerText: true });
  });

  test("what is held twice says when the other time is, on both pages", async ({ page }) => {
    const start = (id) => hours(agenda, ["Asia/Kathmandu"])["Asia/Kathmandu"][id].start;
    await page.goto("/sessions/mon-icebreaker/");
    await expect(part(page, "When")).toContainText("Also held on Tuesday at");
    await part(page, "When").getByRole("link", { name: `Tuesday at ${start("tue-icebreaker")}, Kathmandu time` }).click();
    await expect(page).toHaveURL("/sessions/tue-icebreaker/");
    await part(page, "When").getByRole("link", { name: `Monday at ${start("mon-icebreaker")}, Kathmandu time` }).click();
    await expect(page).toHaveURL("/sessions/mon-icebreaker/");
  });

  test("what is held once says nothing of the kind", async ({ page }) => {
    await visit(page, "/sessions/thu-obis/");
    await expect(part(page, "When").getByRole("time").first()).toBeVisible();
    await expect(page.getByText(/Also held/)).toHaveCount(0);
  });
});

test("a repeat on another date there names the day there", async ({ browser }) => {
  const context = await browser.newContext({ timezoneId: "Pacific/Kiritimati" });
  const page = await context.newPage();
  const { start, days } = hours(agenda, ["Pacific/Kiritimati"])["Pacific/Kiritimati"]["tue-icebreaker"];
  expect(days).toBe(1);
  await visit(page, "/sessions/mon-icebreaker/");
  await expect(page.getByRole("link", { name: `Wednesday at ${start}, Kiritimati time` })).toBeVisible();
  await context.close();
});

test("where it stands follows the clock", async ({ page }) => {
  const when = part(page, "When");
  for (const [now, words] of [
    ["2021-06-26T12:00:00Z", "Starts in 2 days."],
    ["2021-06-28T11:15:00Z", "Starts in 45 min."],
    ["2021-06-28T12:10:00Z", "On now."],
    ["2021-06-28T13:30:00Z", "It is over."],
  ]) {
    await visit(page, `/sessions/mon-theme-1/?now=${now}`);
    await expect(when, now).toContainText(words, { useInnerText: true });
    await expect(page.getByText("On now", { exact: true }).filter({ visible: true })).toHaveCount(words === "On now." ? 1 : 0);
  }
});

test.describe("the link to join", () => {
  const href = "https://meet.example.org/theme-1";
  const path = (now) => `/sessions/mon-theme-1/?now=${now}`;
  const background = (link) => link.evaluate((element) => {
    // Of the link, or of whatever it stands in.
    const colours = [];
    for (let at = element; at && at.localName !== "section"; at = at.parentElement) colours.push(getComputedStyle(at).backgroundColor);
    return colours.find((colour) => colour !== "rgba(0, 0, 0, 0)") ?? "none";
  });

  test.beforeEach(async ({ page }) => {
    await withAgenda(page, (agenda) => {
      agenda.sessions.find(({ id }) => id === "mon-theme-1").join = href;
    });
  });

  test("stands out while the session is on, and only then", async ({ page }) => {
    await visit(page, path("2021-06-28T11:00:00Z"));
    const early = page.getByRole("link", { name: "Link to join" });
    await expect(early).toHaveAttribute("href", href);
    await expect(page.getByRole("link", { name: "Join now" })).toHaveCount(0);
    expect(await background(early)).toBe("none");
    await visit(page, path("2021-06-28T12:10:00Z"));
    const live = page.getByRole("link", { name: "Join now" });
    await expect(live).toHaveAttribute("href", href);
    await expect(live).toHaveAttribute("rel", /noopener/);
    await expect(page.getByRole("link", { name: "Link to join" })).toHaveCount(0);
    expect(await background(live)).not.toBe("none");
    await visit(page, path("2021-06-28T13:30:00Z"));
    await expect(part(page, "When")).toContainText("It is over.", { useInnerText: true });
    await expect(page.getByRole("link", { name: /join/i })).toHaveCount(0);
  });

  test("appears by itself when the session starts", async ({ page }) => {
    await page.clock.install({ time: new Date("2021-06-28T11:59:30Z") });
    await visit(page, "/sessions/mon-theme-1/");
    await expect(page.getByRole("link", { name: "Link to join" })).toBeVisible();
    await page.clock.runFor(60_000);
    await expect(page.getByRole("link", { name: "Join now" })).toBeVisible();
    await expect(part(page, "When")).toContainText("On now.", { useInnerText: true });
  });
});

test("a cancelled or tentative session says so, and a cancelled one has no way in", async ({ page }) => {
  await withAgenda(page, (agenda) => {
    const find = (wanted) => agenda.sessions.find(({ id }) => id === wanted);
    Object.assign(find("mon-theme-1"), { status: "cancelled", join: "https://meet.example.org/" });
    Object.assign(find("mon-demo-1"), { status: "tentative" });
  });
  await visit(page, "/sessions/mon-theme-1/?now=2021-06-28T12:10:00Z");
  await expect(page.getByText("This session was cancelled.").filter({ visible: true })).toHaveCount(1);
  await expect(page.getByText("Cancelled", { exact: true })).toBeVisible();
  await expect(page.getByText("On now", { exact: true }).filter({ visible: true })).toHaveCount(0);
  await expect(page.getByRole("link", { name: /join/i })).toHaveCount(0);
  await visit(page, "/sessions/mon-demo-1/?now=2021-06-28T12:10:00Z");
  await expect(page.getByText("Not confirmed yet. Planned to start in 1 h 50 min.")).toBeVisible();
  await expect(page.getByText("Tentative", { exact: true })).toBeVisible();
});

test("notes say what sort they are, and where it can be checked", async ({ page }) => {
  await visit(page, "/people/");
  for (const [id, kind, label, words] of [
    ["thu-obis", "conflicting", "Sources disagree", "Two versions of the schedule disagree."],
    ["fri-battle", "derived", "Worked out, not announced", "an hour for the game and half an hour for the evaluation"],
    ["fri-evaluation", "derived", "Worked out, not announced", "an hour for the game"],
    ["tue-theme-2", "correction", "Corrected", "moderator"],
    ["wed-na", "information", "Good to know", "North American nodes"],
  ]) {
    await goInside(page, `/sessions/${id}/`);
    const note = page.getByRole("main").getByRole("complementary").filter({ hasText: label });
    await expect(note, id).toHaveCount(1);
    await expect(note).toContainText(words);
    const { sources = [] } = sessions.get(id).notes.find((note) => note.kind === kind);
    const links = note.getByRole("link", { name: /^Source \d/ });
    await expect(links).toHaveCount(sources.length);
    for (const [index, source] of sources.entries()) await expect(links.nth(index)).toHaveAttribute("href", source);
  }
});

test("“Next” and “Previous” lead through the whole programme, and each page tells all of its session", async ({ page }) => {
  const nav = page.getByRole("navigation", { name: "Sessions before and after" });
  await visit(page, `/sessions/${agenda.sessions[0].id}/`);
  await expect(nav.getByRole("link", { name: /^Previous/ })).toHaveCount(0);
  for (const [index, session] of agenda.sessions.entries()) {
    await expect(page).toHaveURL(`/sessions/${session.id}/`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(session.title);
    await test.step(session.id, () => expectStory(page, session));
    if (index > 0) {
      await expect(nav.getByRole("link", { name: /^Previous/ })).toHaveText(`Previous ${agenda.sessions[index - 1].title}`);
    }
    if (index + 1 < agenda.sessions.length) await nav.getByRole("link", { name: /^Next/ }).click();
  }
  await expect(nav.getByRole("link", { name: /^Next/ })).toHaveCount(0);
});

/** Goal, format, people, talks and recordings, as the agenda has them, or the session's kind. */
async function expectStory(page, session) {
  const kind = kinds.get(session.kind);
  const { talks = [], recordings = [] } = session;
  await expect(part(page, "Goal")).toContainText(session.goal ?? kind.goal);
  await expect(part(page, "Format")).toContainText(session.format ?? kind.format);
  const instructions = part(page, "How to take part");
  await expect(instructions).toHaveCount(kind.instructions ? 1 : 0);
  if (kind.instructions) await expect(instructions).toContainText(kind.instructions);

  const read = (locator) =>
    locator.evaluateAll((all) => all.map((one) => [one.textContent.trim(), one.querySelector("a")?.getAttribute("href")]));
  const items = await read(part(page, "People").getByRole("listitem"));
  expect(items).toEqual(session.people.map(({ person, role }) => [`${people.get(person).name}, ${role}`, `/people/${person}/`]));

  const articles = part(page, "Talks").getByRole("article");
  await expect(articles.getByRole("heading", { level: 3 })).toHaveText(talks.map(({ title }) => title));
  const speakers = await articles.evaluateAll((all) =>
    all.map((one) => [...one.querySelectorAll('a[href^="/people/"]')].map((link) => [link.textContent, link.getAttribute("href")])),
  );
  const links = (talk) => (talk.speakers ?? []).map((id) => [people.get(id).name, `/people/${id}/`]);
  expect(speakers).toEqual(talks.map(links));

  const none = part(page, "Recording").getByText("No recording was published.");
  await expect(none).toHaveCount(recordings.length === 0 ? 1 : 0);
  await expect(part(page, /^Recording/).getByRole("button", { name: /^Play: / })).toHaveCount(recordings.length);
}

test("“No recording was published” is not said of a session that is ahead", async ({ page }) => {
  const none = agenda.sessions.filter(({ recordings = [] }) => recordings.length === 0).map(({ id }) => id);
  expect(none.length).toBeGreaterThan(5);
  await visit(page, `/sessions/${none[0]}/?now=2021-06-01T00:00:00Z`);
  await expect(part(page, "When")).toBeVisible();
  await expect(page.getByText("No recording was published.").filter({ visible: true })).toHaveCount(0);
});

test("questions and topics are listed in full", async ({ page }) => {
  await visit(page, "/sessions/mon-icebreaker/");
  const { questions } = sessions.get("mon-icebreaker");
  await expect(part(page, "Questions to discuss").getByRole("listitem")).toHaveText(questions);
  await visit(page, "/sessions/tue-demo-2/");
  await expect(part(page, "Topics").getByRole("listitem")).toHaveCount(sessions.get("tue-demo-2").topics.length);
});

test("what changed about it is told, oldest first", async ({ page }) => {
  const changes = agenda.revision.changes.filter(({ sessions = [] }) => sessions.includes("thu-obis"));
  await visit(page, "/sessions/thu-obis/");
  const items = page.getByRole("group").filter({ hasText: "What changed" }).getByRole("listitem");
  await expect(items.first()).toBeHidden();
  await page.getByText("What changed", { exact: true }).click();
  await expect(items).toHaveText(changes.map(({ text }) => new RegExp(`^\\d+ (June|July) .*${text.slice(0, 30)}`)));
  await expect(items.first()).toBeVisible();
  await visit(page, "/sessions/mon-icebreaker/");
  await expect(part(page, "When")).toBeVisible();
  await expect(page.getByText("What changed", { exact: true })).toHaveCount(0);
});

test("links of the session say what is behind them and hand nothing over", async ({ page }) => {
  const leaving = watchOrigin(page);
  await visit(page, "/sessions/mon-theme-1/");
  const [forum] = sessions.get("mon-theme-1").links;
  const link = part(page, "Documents and links").getByRole("link", { name: forum.label });
  await expect(link).toHaveAttribute("href", forum.href);
  await expect(link).toHaveAttribute("rel", /noopener/);
  await expect(part(page, "Documents and links")).toContainText("forum · discourse.gbif.org");
  expect(leaving).toEqual([]);
});

test("the hours under the day band stand where they are on it", async ({ page }) => {
  await visit(page, "/sessions/thu-obis/");
  const figure = page.getByRole("figure").filter({ has: page.getByRole("img", { name: /^24 hours in / }) });
  const strip = await figure.getByRole("img").boundingBox();
  for (const hour of [6, 12, 18]) {
    const range = await figure.getByText(String(hour), { exact: true }).evaluate((label) => {
      const text = document.createRange();
      text.selectNodeContents(label);
      const { left, right } = text.getBoundingClientRect();
      return { left, right };
    });
    const place = strip.x + (strip.width * hour) / 24;
    expect(Math.abs((range.left + range.right) / 2 - place), `${hour}`).toBeLessThan(3);
  }
});
