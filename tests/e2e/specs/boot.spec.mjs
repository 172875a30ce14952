// The app cannot start, or stops: it is said once, in words one can act on, while the page stays
// what it was, without a control that is dead.
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { plant } from "../built.mjs";
import { keptIn, readAgenda, ready } from "../helpers.mjs";

test.use({ serviceWorkers: "block" });

const OBIS = "OBIS marine data mobilization session";
const STAR_OBIS = "meridian/gnm2021/star/thu-obis";
const WASM = "**/app/meridian-*.wasm";
const GLUE = "**/app/meridian-*.js";

const main = (page) => page.getByRole("main");
const h1 = (page) => page.getByRole("heading", { level: 1 });
const said = (page) => page.getByRole("alert");
const saidButton = (page, name) => said(page).getByRole("button", { name, exact: true });
const starOf = (page, title) => page.getByRole("button", { name: `My schedule: ${title}`, exact: true });

/** The page is as it was published: whole, with its links, at the venue's times, and with nothing to press in vain. */
async function staysReadable(page) {
  await expect(h1(page)).toHaveText("Programme");
  await expect(main(page).getByRole("article")).toHaveCount(readAgenda().sessions.length);
  await expect(main(page).getByRole("time")).toHaveCount(readAgenda().sessions.length);
  for (const role of ["button", "searchbox", "combobox"]) {
    const outside = page.getByRole(role).and(page.locator(":not([role=alert] *)"));
    await expect(outside, `${role}s that do nothing`).toHaveCount(0);
  }
}

/** It is said, once. */
async function isSaid(page, words) {
  await expect(said(page)).toHaveCount(1);
  await expect(said(page)).toContainText(words);
  await expect(said(page)).toContainText("What you starred is safe in this browser.");
  expect((await page.locator("body").innerText()).split("What you starred is safe").length).toBe(2);
}

/** The page's own policy, as a header too, changed. */
async function withPolicy(page, change) {
  await page.route("**/programme/", async (route) => {
    const response = await route.fetch();
    const [, policy] = (await response.text()).match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)"/);
    const header = change(policy.replaceAll("&#39;", "'"));
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": header } });
  });
}

const missing = (page, what) => page.route(what, (route) => route.fulfill({ status: 404, body: "Not found" }));
const gone = (page, what) => page.route(what, (route) => route.abort());
const sentAs = (page, what, contentType) =>
  page.route(what, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": contentType } });
  });

/** A way for the app to fail, and what is said. */
const FAILURES = {
  "the wasm is missing": [(page) => missing(page, WASM), /part of the app is missing on the server \(status 404\)/],
  "the glue is missing": [(page) => missing(page, GLUE), /part of the app is missing on the server \(status 404\)/],
  "nobody answers for the wasm": [(page) => gone(page, WASM), /could not be loaded: the server did not answer/],
  "nobody answers for the glue": [(page) => gone(page, GLUE), /could not be loaded: the server did not answer/],
  "the wasm is sent as text": [
    (page) => sentAs(page, WASM, "text/plain"),
    /as “text\/plain” instead of “application\/wasm”/,
  ],
  "the wasm is sent as bytes": [
    (page) => sentAs(page, WASM, "application/octet-stream"),
    /as “application\/octet-stream” instead of “application\/wasm”/,
  ],
  "the glue is sent as a web page": [
    (page) => sentAs(page, GLUE, "text/html"),
    /as “text\/html” instead of “text\/javascript”/,
  ],
  "the wasm is damaged": [
    (page) =>
      page.route(WASM, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: (await response.body()).subarray(0, 1000) });
      }),
    /arrived damaged/,
  ],
  "the wasm is a web page": [
    (page) => page.route(WASM, (route) => route.fulfill({ contentType: "application/wasm", body: "<!doctype html>" })),
    /arrived damaged/,
  ],
  "a policy forbids wasm": [
    (page) => withPolicy(page, (policy) => policy.replace(" 'wasm-unsafe-eval'", "")),
    /This site’s security policy keeps its app from starting/,
  ],
  "a policy forbids the glue": [
    (page) => withPolicy(page, (policy) => policy.replace(" 'self' 'wasm-unsafe-eval'", " 'wasm-unsafe-eval'")),
    /This site’s security policy keeps its app from starting/,
  ],
  "the browser has no wasm": [(page) => page.addInitScript(() => delete window.WebAssembly), /browser/],
};

test.describe("the app does not come", () => {
  test("whatever the reason: it is said once, and the page can be read", async ({ page }) => {
    test.setTimeout(180_000);
    for (const [why, [spoil, words]] of Object.entries(FAILURES)) {
      await test.step(why, async () => {
        await spoil(page);
        await page.goto("/programme/");
        await isSaid(page, words);
        await expect(said(page)).toContainText("You can read this page as it was published, with times at the venue");
        await staysReadable(page);
        await page.unrouteAll();
      });
    }
  });

  test("it comes all the same where the browser cannot compile while it fetches", async ({ page }) => {
    await page.addInitScript(() => delete WebAssembly.compileStreaming);
    await page.goto("/programme/");
    await ready(page);
    await expect(said(page)).toHaveCount(0);
  });

  test("it is asked for once the page is painted: what is to be read comes first", async ({ page }) => {
    await page.goto("/programme/");
    await ready(page);
    const [painted, asked] = await page.evaluate(() => {
      const [wasm] = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".wasm"));
      return [performance.getEntriesByName("first-contentful-paint")[0].startTime, wasm.startTime];
    });
    expect(asked).toBeGreaterThanOrEqual(painted);
    expect(asked - painted, "and then at once").toBeLessThan(1000);
  });

  test("“Reload” brings it, once what was wrong is mended", async ({ page }) => {
    await missing(page, WASM);
    await page.goto("/programme/");
    await isSaid(page, /status 404/);
    await page.unroute(WASM);
    await saidButton(page, "Reload").click();
    await ready(page);
    await expect(said(page)).toHaveCount(0);
    await expect(starOf(page, OBIS)).toBeVisible();
  });

  test("what was starred stays, and the links lead on", async ({ page }) => {
    await plant(page, { [STAR_OBIS]: "1 5 on" });
    await missing(page, WASM);
    await page.goto("/programme/");
    await isSaid(page, /status 404/);
    await main(page).getByRole("link", { name: OBIS, exact: true }).click();
    await expect(h1(page)).toHaveText(OBIS);
    await isSaid(page, /status 404/);
    expect(await keptIn(page)).toEqual({ [STAR_OBIS]: "1 5 on" });
  });

  test("it is said in a way that axe has nothing against, and fits 360 px", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await missing(page, WASM);
    await page.goto("/sessions/thu-obis/");
    await isSaid(page, /status 404/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)])).toEqual([]);
  });

  test("it does not hide the end of the page", async ({ page }) => {
    await missing(page, WASM);
    await page.goto("/programme/");
    await isSaid(page, /status 404/);
    const about = page.getByRole("contentinfo").getByRole("link", { name: "About, privacy and data" });
    await about.click({ timeout: 5_000 });
    await expect(h1(page)).toHaveText("About");
  });

  test("at an unknown address it is said too, with links that lead somewhere", async ({ page }) => {
    await missing(page, WASM);
    await page.goto("/no/where/");
    await isSaid(page, /status 404/);
    await main(page).getByRole("link", { name: "Find a session in the programme" }).click();
    await expect(h1(page)).toHaveText("Programme");
  });

  test("an address below which there is no app says so", async ({ page }) => {
    await missing(page, GLUE);
    await page.goto("/nowhere");
    await isSaid(page, /app was not found above this address/);
    await expect(h1(page)).toHaveText("Page not found");
  });
});

test.describe("the details", () => {
  test("are put on the clipboard", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await missing(page, WASM);
    await page.goto("/programme/?q=x");
    await saidButton(page, "Copy details").click();
    await expect(saidButton(page, "Copied")).toBeVisible();
    const details = await page.evaluate(() => navigator.clipboard.readText());
    expect(details).toMatch(/Error: .*\n/);
    expect(details).toContain(`${page.url()}\n`);
    expect(details).toContain(await page.evaluate(() => navigator.userAgent));
  });

  test("are shown where the clipboard is closed", async ({ page }) => {
    await page.addInitScript(() => {
      const denied = new DOMException("Write permission denied.", "NotAllowedError");
      navigator.clipboard.writeText = () => Promise.reject(denied);
    });
    await missing(page, WASM);
    await page.goto("/programme/");
    await saidButton(page, "Copy details").click();
    await expect(said(page)).toContainText(page.url());
    await expect(saidButton(page, "Copy details")).toHaveCount(0);
  });
});

// That the programme does not come is in faults.spec.mjs.

test.describe("the app stops", () => {
  /** Stops it as it would stop where no memory is left; uncaught, as in a listener. */
  const trap = (page) =>
    page.evaluate(async () => {
      const { base, glue } = document.documentElement.dataset;
      const { default: start } = await import(base + glue);
      const { __wbindgen_malloc: allocate } = await start();
      setTimeout(() => allocate(-16, 8));
    });
  const STOPPED = /Something in the app has failed, and it has stopped\. Reload the page to go on\./;

  const ways = {
    "by a panic": (page) => page.evaluate(() => window.meridian.fail("panicked at src/app.rs:1:1: no")),
    "by a trap": trap,
    "by a promise that nobody awaits": (page) =>
      page.evaluate(() => void Promise.reject(new WebAssembly.RuntimeError("unreachable"))),
  };
  for (const [way, stop] of Object.entries(ways)) {
    test(`${way}: said once, stars are safe, and nothing dead can be pressed`, async ({ page }) => {
      await page.goto("/programme/");
      await ready(page);
      await starOf(page, OBIS).click();
      await expect(starOf(page, OBIS)).toHaveAttribute("aria-pressed", "true");
      await stop(page);
      await isSaid(page, STOPPED);
      await page.evaluate(() => window.meridian.fail("and once more"));
      await isSaid(page, STOPPED);
      await staysReadable(page);
      expect(await page.evaluate((key) => localStorage.getItem(key), STAR_OBIS)).toMatch(/ on$/);
      await saidButton(page, "Reload").click();
      await ready(page);
      await expect(starOf(page, OBIS)).toHaveAttribute("aria-pressed", "true");
    });
  }

  test("links still lead on", async ({ page }) => {
    await page.goto("/programme/");
    await ready(page);
    await trap(page);
    await isSaid(page, STOPPED);
    await main(page).getByRole("link", { name: OBIS, exact: true }).click();
    await expect(h1(page)).toHaveText(OBIS);
  });

  test("a video is no dead button", async ({ page }) => {
    await page.goto("/sessions/fri-battle/");
    await ready(page);
    await trap(page);
    await isSaid(page, STOPPED);
    await expect(main(page).getByRole("button")).toHaveCount(0);
    await expect(main(page).getByRole("link", { name: "Watch on Vimeo" })).toBeVisible();
  });

  test("an error of somebody else's is not ours to tell", async ({ page }) => {
    await page.goto("/programme/");
    await ready(page);
    await page.evaluate(() => {
      window.dispatchEvent(new ErrorEvent("error", { error: new TypeError("an extension's") }));
      void Promise.reject(new Error("another's"));
    });
    await starOf(page, OBIS).click();
    await expect(starOf(page, OBIS)).toHaveAttribute("aria-pressed", "true");
    await expect(said(page)).toHaveCount(0);
  });
});
