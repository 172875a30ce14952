// The policy of every page: strict, kept to while everything is used, and enforced; nothing leaves the
// site unasked, and nothing that an agenda says is ever run.
import { createHash } from "node:crypto";
import { expect } from "@playwright/test";
import { readDist, twoFrames } from "../built.mjs";
import { ready } from "../helpers.mjs";
import { test } from "../sites.mjs";

test.use({ serviceWorkers: "block", timezoneId: "Asia/Kathmandu" });

const OBIS = "OBIS marine data mobilization session";
const BATTLE = "Nodes vs. helpdesk battle";
const HOSTS = ["https://player.vimeo.com", "https://www.youtube-nocookie.com"];

const main = (page) => page.getByRole("main");
const h1 = (page) => page.getByRole("heading", { level: 1 });
const starOf = (page, title) => page.getByRole("button", { name: `My schedule: ${title}`, exact: true });
const panel = (page) => page.getByRole("dialog", { name: "Times and colours" });
const pagesOf = (site) => Object.entries(site).filter(([path]) => path.endsWith(".html"));
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** A page's policy: directive → sources. */
function policyOf(html) {
  const [, content] = String(html).match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/);
  const parts = content.replaceAll("&#39;", "'").split("; ").map((part) => part.split(" "));
  return Object.fromEntries(parts.map(([name, ...sources]) => [name, sources]));
}

/** What was against a policy, in the page and in its frames; it fills as it happens. */
async function watchViolations(page) {
  const violations = [];
  await page.exposeFunction("tellViolation", (text) => violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { blockedURI, effectiveDirective, sourceFile, lineNumber } = event;
      window.tellViolation(`${location.pathname}: ${effectiveDirective} ${blockedURI} (${sourceFile}:${lineNumber})`);
    });
  });
  page.on("console", (message) => {
    if (/Content Security Policy|Trusted ?(Type|HTML|Script)/.test(message.text())) violations.push(message.text());
  });
  page.on("pageerror", (error) => violations.push(error.message));
  return violations;
}

/** Answers for every video host, so that nothing reaches the network. */
const stubOthers = (page) =>
  page.context().route(
    (url) => url.hostname !== "127.0.0.1",
    (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Stub</title>Stub of a player" }),
  );

async function visit(page, path) {
  await page.goto(path);
  await ready(page);
  await twoFrames(page);
}

test.describe("the text", () => {
  test("allows no inline and no evaluated script, and the two players alone as frames", () => {
    for (const [path, html] of pagesOf(readDist())) {
      const policy = policyOf(html);
      const words = Object.values(policy).flat().join(" ");
      expect(words, path).not.toMatch(/unsafe-inline|'unsafe-eval|unsafe-hashes|strict-dynamic|\*|data:|blob:|http:/);
      expect(policy["default-src"], path).toEqual(["'none'"]);
      expect(policy["frame-src"], path).toEqual(HOSTS);
      expect(policy["connect-src"], path).toEqual(["'self'"]);
      expect(policy["base-uri"], path).toEqual(["'none'"]);
      expect(policy["form-action"], path).toEqual(["'none'"]);
      expect(policy["object-src"] ?? policy["default-src"], path).toEqual(["'none'"]);
      expect(policy["require-trusted-types-for"], path).toEqual(["'script'"]);
      expect(policy["trusted-types"], path).toEqual(["default"]);
    }
  });

  test("is not in the way of a view: none is made from HTML", () => {
    // A wholly static element in a view would be, by the content of a `<template>`: braces around a literal keep it from that.
    const [glue] = Object.entries(readDist()).filter(([path]) => /^app\/meridian-.*\.js$/.test(path));
    expect(String(glue[1])).toContain("__wbg_createElement");
    expect(String(glue[1])).not.toContain("__wbg_content_");
  });

  test("names the hash of each script and style that stands in the page, and no other", () => {
    for (const [path, html] of pagesOf(readDist())) {
      const policy = policyOf(html);
      const scripts = [...String(html).matchAll(/<script>([^]*?)<\/script>/g)].map(([, text]) => hash(text));
      const styles = [...String(html).matchAll(/<style>([^]*?)<\/style>/g)].map(([, text]) => hash(text));
      expect(policy["script-src"], path).toEqual(["'self'", "'wasm-unsafe-eval'", ...scripts]);
      expect(policy["style-src"], path).toEqual(styles);
      const markup = String(html).replace(/<script[^]*?<\/script>/g, "");
      expect(markup, `${path}: no handlers, no style attributes`).not.toMatch(/<[^>]*\s(on\w+|style)=/);
    }
  });

  test("stands before all that it governs", () => {
    for (const [path, html] of pagesOf(readDist())) {
      const before = String(html).slice(0, String(html).indexOf("Content-Security-Policy"));
      expect(before, path).not.toMatch(/<(script|style|link|body)/);
    }
  });
});

test("it is enforced: no text becomes markup or script, however it is tried", async ({ page }) => {
  await visit(page, "/sessions/thu-obis/");
  const through = await page.evaluate(async () => {
    const ways = {
      innerHTML: () => void (document.querySelector("main").innerHTML = "<p>x"),
      outerHTML: () => void (document.querySelector("h1").outerHTML = "<p>x"),
      insertAdjacentHTML: () => document.body.insertAdjacentHTML("beforeend", "<p>x"),
      write: () => document.write("<p>x"),
      parse: () => new DOMParser().parseFromString("<p>x", "text/html"),
      fragment: () => document.createRange().createContextualFragment("<p>x"),
      eval: () => (0, eval)("window.ran = 1"),
      Function: () => new Function("window.ran = 1")(),
      "script text": () => void (document.createElement("script").text = "window.ran = 1"),
      "script address": () => void (document.createElement("script").src = "/app/x.js"),
      policy: () => window.trustedTypes.createPolicy("mine", { createHTML: (text) => text }),
      "default policy again": () => window.trustedTypes.createPolicy("default", { createHTML: (text) => text }),
    };
    const tried = async ([name, way]) => {
      try {
        await way();
        return [name];
      } catch {
        return [];
      }
    };
    // In a task of the page's own: what a debugger evaluates may evaluate.
    await new Promise((resolve) => setTimeout(resolve));
    return (await Promise.all(Object.entries(ways).map(tried))).flat();
  });
  expect(through, "what was let through").toEqual([]);
  expect(await page.evaluate(() => window.ran)).toBeUndefined();
  await expect(h1(page)).toHaveText(OBIS);
});

// That no page breaks it or asks anything of anyone else when it is opened is in hydration.spec.mjs.

test.describe("it is kept to while everything is used:", () => {
  const uses = {
    "stars and watched marks": async (page) => {
      await visit(page, "/sessions/fri-battle/");
      await starOf(page, BATTLE).click();
      await main(page).getByRole("button", { name: `Watched: ${BATTLE}` }).click();
      await visit(page, "/mine/");
      await expect(main(page).getByRole("article").getByRole("heading", { level: 3 })).toHaveText([BATTLE]);
    },
    "clocks, the search for a zone, hours and colours": async (page) => {
      await visit(page, "/programme/");
      await page.getByRole("button", { name: /^Times:/ }).click();
      await panel(page).getByRole("searchbox", { name: "Another place" }).fill("bogota");
      await panel(page).getByRole("button", { name: /^Bogotá/ }).click();
      for (const choice of ["Venue: Copenhagen", "2:00 pm", "Dark", "Light"]) {
        await panel(page).getByRole("radio", { name: choice }).check();
      }
      await panel(page).getByRole("button", { name: "Done" }).click();
      await expect(panel(page)).toBeHidden();
    },
    "filter and links": async (page) => {
      await visit(page, "/programme/");
      await page.getByRole("searchbox", { name: "Search" }).fill("obis");
      await page.getByRole("combobox", { name: "Theme" }).selectOption({ index: 1 });
      await page.getByRole("combobox", { name: "Theme" }).selectOption({ index: 0 });
      await main(page).getByRole("link", { name: OBIS, exact: true }).click();
      await expect(h1(page)).toHaveText(OBIS);
      await page.goBack();
      await expect(h1(page)).toHaveText("Programme");
    },
    "a Vimeo player and its chapters": async (page) => {
      await visit(page, "/sessions/fri-battle/");
      await main(page).getByRole("button", { name: `Play: ${BATTLE}.` }).click();
      await expect(page.frameLocator("iframe").getByText("Stub of a player")).toBeVisible();
      await main(page).getByRole("list", { name: "Chapters" }).getByText("Warm-up").click();
      await expect(page.locator("iframe")).toHaveAttribute("src", /#t=425s$/);
    },
    "a YouTube player": async (page) => {
      await page.route("**/agenda.json", async (route) => {
        const agenda = await (await route.fetch()).json();
        const [recording] = agenda.sessions.find(({ id }) => id === "fri-battle").recordings;
        recording.video = { provider: "youtube", id: "dQw4w9WgXcQ" };
        await route.fulfill({ json: agenda });
      });
      await visit(page, "/sessions/fri-battle/");
      await main(page).getByRole("button", { name: `Play: ${BATTLE}.` }).click();
      await expect(page.locator("iframe")).toHaveAttribute("src", /^https:\/\/www\.youtube-nocookie\.com\//);
      await expect(page.frameLocator("iframe").getByText("Stub of a player")).toBeVisible();
    },
    "details to copy": async (page) => {
      await visit(page, "/");
      await page.evaluate(() => window.meridian.fail("panicked"));
      await page.getByRole("button", { name: "Copy details" }).click();
      await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
    },
    "deleting everything": async (page) => {
      await visit(page, "/about/");
      await main(page).getByRole("button", { name: "Delete everything" }).click();
      const loaded = page.waitForEvent("load");
      await main(page).getByRole("button", { name: "Delete it all" }).click();
      await loaded;
      await ready(page);
    },
    "a programme that cannot be read": async (page) => {
      await page.route("**/agenda.json", (route) => route.fulfill({ contentType: "application/json", body: "{" }));
      await page.goto("/programme/");
      await expect(page.getByRole("alert").getByRole("button", { name: "Try again" })).toBeVisible();
    },
  };
  for (const [what, use] of Object.entries(uses)) {
    test(what, async ({ page, context }) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      const violations = await watchViolations(page);
      await stubOthers(page);
      await use(page);
      await twoFrames(page);
      expect(violations).toEqual([]);
    });
  }

  test.describe("the service worker", () => {
    test.use({ serviceWorkers: "allow" });

    test("comes, keeps the site, and goes", async ({ page, web }) => {
      const violations = await watchViolations(page);
      web.deploy("/a/b/", readDist());
      await visit(page, `${web.origin}/a/b/about/`);
      const state = () => page.evaluate(() => navigator.serviceWorker.controller?.state);
      await expect.poll(state).toBe("activated");
      await main(page).getByRole("button", { name: "Delete everything" }).click();
      const loaded = page.waitForEvent("load");
      await main(page).getByRole("button", { name: "Delete it all" }).click();
      await loaded;
      expect(violations).toEqual([]);
    });

    test("is the site's own: no other script becomes one", async ({ page }) => {
      await visit(page, "/");
      const register = async () => {
        try {
          await navigator.serviceWorker.register("/sw-off.js");
        } catch (error) {
          return error.name;
        }
        return "registered";
      };
      expect(await page.evaluate(register)).toBe("TypeError");
    });
  });
});
