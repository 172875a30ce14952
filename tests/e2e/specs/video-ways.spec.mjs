// Other ways to watch: links beside the player, other hosts, files, no network, no recording, and what was watched.
import { expect, test } from "@playwright/test";
import { visit, watchOrigin, withAgenda } from "../helpers.mjs";
import { BATTLE, WIDE, article, main, player, poster, stubOthers } from "../video.mjs";

const INTRODUCTION = "OBIS-GBIF introduction";

test.describe("other ways to watch", () => {
  test("“Watch on Vimeo” stands beside every recording and hands nothing over", async ({ page }) => {
    await visit(page, "/watch/");
    const links = main(page).getByRole("link", { name: "Watch on Vimeo" });
    await expect(links).toHaveCount(40);
    for (const link of await links.all()) {
      expect(await link.getAttribute("href")).toMatch(/^https:\/\/vimeo\.com\/\d+$/);
      expect(await link.getAttribute("rel")).toContain("noopener");
    }
    const introduction = article(page, INTRODUCTION).getByRole("link", { name: "Watch on Vimeo" });
    await expect(introduction).toHaveAttribute("href", "https://vimeo.com/566605276");
  });

  const changeWelcome = (video) => (agenda) => {
    agenda.sessions.find((session) => session.id === "mon-theme-1").talks[0].video = video;
  };

  test("an unlisted Vimeo video is asked for with its key", async ({ page }) => {
    await stubOthers(page);
    await withAgenda(page, changeWelcome({ provider: "vimeo", id: "12345", hash: "ab12cd" }));
    await page.goto(WIDE.page);
    await poster(page, WIDE.title).click();
    const src = new URL(await player(page, WIDE.title).getAttribute("src"));
    expect(src.pathname).toBe("/video/12345");
    expect(src.searchParams.get("h")).toBe("ab12cd");
    expect(src.searchParams.get("dnt")).toBe("1");
    const link = article(page, WIDE.title).getByRole("link", { name: "Watch on Vimeo" });
    await expect(link).toHaveAttribute("href", "https://vimeo.com/12345/ab12cd");
  });

  test("YouTube comes from its domain without cookies, and is told who asks", async ({ page }) => {
    const asked = await stubOthers(page);
    await withAgenda(page, changeWelcome({ provider: "youtube", id: "abc-DEF_123", aspect: "4:3" }));
    await visit(page, WIDE.page);
    const box = await poster(page, WIDE.title).boundingBox();
    expect(box.width / box.height).toBeCloseTo(4 / 3, 1);
    await poster(page, WIDE.title).click();
    const frame = player(page, WIDE.title);
    const src = new URL(await frame.getAttribute("src"));
    expect(src.origin + src.pathname).toBe("https://www.youtube-nocookie.com/embed/abc-DEF_123");
    // Without it YouTube answers with error 153.
    await expect(frame).toHaveAttribute("referrerpolicy", "strict-origin-when-cross-origin");
    await expect(frame).toBeFocused();
    await expect(page.frameLocator("iframe").getByText("Stub of the player")).toBeVisible();
    expect(asked).toHaveLength(1);
    const link = article(page, WIDE.title).getByRole("link", { name: "Watch on YouTube" });
    await expect(link).toHaveAttribute("href", "https://www.youtube.com/watch?v=abc-DEF_123");
    expect(await link.getAttribute("rel")).toContain("noopener");
  });

  test("a plain file plays in the browser, with captions and a transcript", async ({ page }) => {
    const leaving = watchOrigin(page);
    const media = [];
    await page.route("**/media/**", async (route) => {
      media.push(new URL(route.request().url()).pathname);
      const vtt = route.request().url().endsWith(".vtt");
      await route.fulfill(
        vtt ? { contentType: "text/vtt", body: "WEBVTT\n\n00:00.000 --> 00:10.000\nHello\n" } : { status: 404 },
      );
    });
    const film = { captions: "/media/talk.vtt", transcript: "/media/talk.html", duration: "7:05" };
    await withAgenda(page, changeWelcome({ provider: "file", src: "/media/talk.mp4", ...film }));
    await page.goto(WIDE.page);
    await expect(poster(page, WIDE.title)).toContainText("7:05");
    expect(media).toEqual([]);
    await poster(page, WIDE.title).click();
    const screen = player(page, WIDE.title);
    await expect(screen).toBeFocused();
    await expect(screen).toHaveAttribute("src", /^\/media\/talk\.mp4(#t=0)?$/);
    await expect(screen).toHaveAttribute("controls");
    const track = screen.locator("track");
    await expect(track).toHaveAttribute("kind", "captions");
    await expect(track).toHaveAttribute("src", "/media/talk.vtt");
    await expect.poll(() => media).toContain("/media/talk.vtt");
    const cues = () => screen.evaluate((video) => [...(video.textTracks[0].cues ?? [])].map((cue) => cue.text));
    await expect.poll(cues, "the captions are shown without being asked for").toEqual(["Hello"]);
    const own = article(page, WIDE.title);
    await expect(own.getByRole("link", { name: "Transcript" })).toHaveAttribute("href", "/media/talk.html");
    await expect(own.getByRole("link", { name: "Captions" })).toHaveAttribute("href", "/media/talk.vtt");
    await expect(own.getByRole("link", { name: "Download the video" })).toHaveAttribute("href", "/media/talk.mp4");
    expect(leaving).toEqual([]);
  });

  test("captions on another server are asked for with their leave, and those of the site without", async ({ page }) => {
    await page.route("https://films.example/**", async (route) => {
      const headers = { "access-control-allow-origin": "*" };
      const body = "WEBVTT\n\n00:00.000 --> 00:10.000\nHello\n";
      await route.fulfill(
        route.request().url().endsWith(".vtt") ? { contentType: "text/vtt", headers, body } : { status: 404 },
      );
    });
    const captions = "https://films.example/a.vtt";
    await withAgenda(page, changeWelcome({ provider: "file", src: "https://films.example/a.mp4", captions }));
    await page.goto(WIDE.page);
    await poster(page, WIDE.title).click();
    await expect(player(page, WIDE.title)).toHaveAttribute("crossorigin", "anonymous");
    await withAgenda(page, changeWelcome({ provider: "file", src: "/media/talk.mp4", captions: "/media/talk.vtt" }));
    await page.goto(WIDE.page);
    await poster(page, WIDE.title).click();
    await expect(player(page, WIDE.title)).toBeVisible();
    await expect(player(page, WIDE.title)).not.toHaveAttribute("crossorigin");
  });

  test("captions and a transcript elsewhere are links that hand nothing over", async ({ page }) => {
    const film = { captions: "https://captions.example/1", transcript: "https://words.example/1" };
    await withAgenda(page, changeWelcome({ provider: "vimeo", id: "1", ...film }));
    await page.goto(WIDE.page);
    for (const [name, href] of [["Captions", film.captions], ["Transcript", film.transcript]]) {
      const link = article(page, WIDE.title).getByRole("link", { name });
      await expect(link).toHaveAttribute("href", href);
      expect(await link.getAttribute("rel")).toContain("noopener");
    }
  });
});

test.describe("without a network", () => {
  const OFFLINE = /You are offline, so the video cannot be loaded/;

  test("a click says so, and the poster stays; it plays once there is one", async ({ page, context }) => {
    const asked = await stubOthers(page);
    await visit(page, WIDE.page);
    await context.setOffline(true);
    await poster(page, WIDE.title).click();
    await expect(page.getByRole("status").filter({ hasText: OFFLINE })).toBeVisible();
    await expect(poster(page, WIDE.title)).toBeVisible();
    await expect(poster(page, WIDE.title), "the next try is one key away").toBeFocused();
    await expect(page.locator("iframe")).toHaveCount(0);
    expect(asked).toEqual([]);
    await context.setOffline(false);
    await poster(page, WIDE.title).click();
    await expect(player(page, WIDE.title)).toBeVisible();
    await expect(page.getByText(OFFLINE)).toHaveCount(0);
  });

  test("a chapter says so too", async ({ page, context }) => {
    await stubOthers(page);
    await visit(page, BATTLE.page);
    await context.setOffline(true);
    await page.getByRole("button", { name: "7:05 Warm-up", exact: true }).click();
    await expect(page.getByText(OFFLINE)).toBeVisible();
    await expect(poster(page, BATTLE.title)).toBeVisible();
  });

  test("a video that plays is left alone when a chapter is asked for", async ({ page, context }) => {
    await stubOthers(page);
    await page.goto(BATTLE.page);
    await poster(page, BATTLE.title).click();
    await expect(page.frameLocator("iframe").getByText("Stub of the player")).toBeVisible();
    await context.setOffline(true);
    await page.getByRole("button", { name: "7:05 Warm-up", exact: true }).click();
    await expect(page.getByText(OFFLINE)).toBeVisible();
    await expect(player(page, BATTLE.title), "what is loaded already can go on").toBeVisible();
  });

  test("the rest of the app goes on", async ({ page, context }) => {
    await visit(page, WIDE.page);
    await context.setOffline(true);
    await page.getByRole("link", { name: "Watch", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Watch" })).toBeVisible();
  });
});

test.describe("without a recording", () => {
  test("a talk says why", async ({ page }) => {
    const title = "Presenting the Living Atlases Toolkit";
    for (const place of ["/sessions/fri-demo-3/", "/watch/"]) {
      await visit(page, place);
      const own = article(page, title);
      await expect(own).toContainText("No recording was published: this talk is a set of web slides.");
      await expect(own.getByRole("button")).toHaveCount(0);
    }
  });
});

test.describe("watched", () => {
  const tick = (page, title) => page.getByRole("button", { name: `Watched: ${title}`, exact: true });

  test("is kept, and counted on the watch page", async ({ page }) => {
    await page.goto("/watch/");
    await expect(main(page).getByText(/^40 talks and recordings/)).toBeVisible();
    await tick(page, INTRODUCTION).click();
    await expect(tick(page, INTRODUCTION)).toHaveAttribute("aria-pressed", "true");
    await expect(main(page).getByText("You have watched 1 of 40 talks and recordings.")).toBeVisible();
    await tick(page, BATTLE.title).click();
    await expect(main(page).getByText("You have watched 2 of 40 talks and recordings.")).toBeVisible();
    await page.reload();
    await expect(main(page).getByText("You have watched 2 of 40 talks and recordings.")).toBeVisible();
    await expect(tick(page, INTRODUCTION)).toHaveAttribute("aria-pressed", "true");
    await expect(tick(page, WIDE.title)).toHaveAttribute("aria-pressed", "false");
    await page.goto("/sessions/thu-obis/");
    await expect(tick(page, INTRODUCTION)).toHaveAttribute("aria-pressed", "true");
    await tick(page, INTRODUCTION).click();
    await page.getByRole("link", { name: "Watch", exact: true }).click();
    await expect(main(page).getByText("You have watched 1 of 40 talks and recordings.")).toBeVisible();
    await expect(tick(page, BATTLE.title)).toHaveAttribute("aria-pressed", "true");
    await page.getByRole("link", { name: /^My schedule/ }).first().click();
    await expect(main(page).getByText(/Press the star on any session/), "it is no star").toBeVisible();
  });

  test("the two recordings of one session are told apart", async ({ page }) => {
    await page.goto("/sessions/thu-qa/");
    const three = tick(page, "Live Q&A: theme 3 and theme 4: Questions and answers on theme 3");
    const four = tick(page, "Live Q&A: theme 3 and theme 4: Questions and answers on theme 4");
    await four.click();
    await expect(four).toHaveAttribute("aria-pressed", "true");
    await expect(three).toHaveAttribute("aria-pressed", "false");
    await page.reload();
    await expect(four).toHaveAttribute("aria-pressed", "true");
    await expect(three).toHaveAttribute("aria-pressed", "false");
  });
});

test.describe("anchors", () => {
  const NODES = "Collaboration between OBIS and GBIF nodes";

  test("the title of a talk on the watch page leads to its place on the session's page", async ({ page }) => {
    await visit(page, "/watch/");
    await main(page).getByRole("link", { name: NODES, exact: true }).click();
    await expect(page).toHaveURL(/\/sessions\/thu-obis\/#obis-nodes$/);
    await expect(page.getByRole("heading", { level: 1, name: "OBIS marine data mobilization session" })).toBeAttached();
    await expect(page.getByRole("heading", { name: NODES, exact: true })).toBeInViewport();
    await expect(article(page, NODES)).toBeFocused();
  });
});
