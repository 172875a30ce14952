// The service worker (boot/) on small sites whose host does what a test wants: what it keeps, and what it leaves alone.
import { countLoads, expect, keptBy, look, smallSite, test } from "../sites.mjs";
import {
  FOREIGN, all, cacheNames, get, heading, kept, keptProgramme, offers, plant, programme, started, useVersion,
  visit,
} from "../worker.mjs";

// Other tests may do without: what a worker fetches is hidden from `page.route`.
test.use({ serviceWorkers: "allow" });
test.describe.configure({ timeout: 60_000 });

test.describe("one visit", () => {
  test("keeps the listed files, the agenda, and the page that was shown", async ({ page, web }) => {
    web.deploy("/", smallSite("A"));
    await visit(page, `${web.origin}/sessions/a/?now=2021-06-28#notes`);
    await expect.poll(() => kept(page)).toEqual(all("A", "/sessions/a/"));
    expect(await cacheNames(page)).toEqual(["meridian /"]);
  });

  test("every page opens without network, deep links by the shell", async ({ page, web }) => {
    web.deploy("/", smallSite("A"));
    await visit(page, `${web.origin}/sessions/a/`);
    await expect.poll(() => kept(page)).toContain("/sessions/a/");
    web.down = true;
    const pages = {
      "/": "Home A",
      "/programme/": "Programme A",
      "/programme/?theme=theme-1&q=x#mon": "Programme A",
      "/programme/index.html": "Programme A",
      "/sessions/a/": "Session A",
      "/sessions/b/": "Shell A",
      "/programme/2021-06-28": "Shell A",
      "/nowhere/http://elsewhere.example/": "Shell A",
    };
    for (const [path, title] of Object.entries(pages)) {
      const response = await page.goto(web.origin + path);
      expect(response.status(), path).toBe(200);
      await expect(heading(page), path).toHaveText(title);
      await started(page).toBe("yes");
      expect(await programme(page), path).toBe("A");
      expect(await page.evaluate(() => document.documentElement.dataset.base), "the shell is told its base").toBe("/");
    }
  });

  test("a kept page asks the host for nothing but the agenda", async ({ page, web }) => {
    web.deploy("/", smallSite("A"));
    await visit(page, `${web.origin}/`);
    web.requests.length = 0;
    await visit(page, `${web.origin}/programme/`);
    expect(await programme(page)).toBe("A");
    // The browser looks at sw.js by itself.
    expect(web.requests.filter((path) => path !== "/sw.js")).toEqual(["/agenda.json"]);
  });

  test("the worker controls the first page, so that its agenda and pictures are kept from then on", async ({ page, web }) => {
    web.deploy("/", smallSite("A"));
    const loads = countLoads(page);
    await visit(page, `${web.origin}/`);
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");
    expect(await offers(page), "the first version is no news").toBe(0);
    expect(loads, "and no reason to reload").toHaveLength(1);
    await page.evaluate(async () => {
      const picture = new Image();
      picture.src = "/photo.svg";
      await picture.decode();
    });
    await expect.poll(() => kept(page)).toContain("/photo.svg");
    web.down = true;
    const width = await page.evaluate(async () => {
      const picture = new Image();
      picture.src = "/photo.svg";
      await picture.decode();
      return picture.width;
    });
    expect(width).toBe(10);
  });

  test("a file in app/ that no list names is kept once it was fetched", async ({ page, web }) => {
    web.deploy("/", { ...smallSite("A"), "app/later-1.js": "later" });
    await visit(page, `${web.origin}/`);
    expect((await get(page, "/app/later-1.js")).text).toBe("later");
    await expect.poll(() => kept(page)).toContain("/app/later-1.js");
    web.down = true;
    expect((await get(page, "/app/later-1.js")).text).toBe("later");
  });

  test("where one file is broken or missing, nothing is kept and the page works", async ({ page, web }) => {
    const faults = [{ "artwork.svg": "other bytes" }, { "artwork.svg": undefined }, { "agenda.json": "<p>Soon" }];
    for (const change of faults) {
      web.deploy("/", { ...smallSite("A"), ...change });
      await page.goto(`${web.origin}/`);
      await started(page).toBe("no: The service worker could not be installed");
      await expect(heading(page)).toHaveText("Home A");
      expect(await keptBy(page)).toEqual({});
    }
  });

  test("pages and pictures are kept up to a bound, the agenda always", async ({ page, web }) => {
    web.deploy("/", smallSite("A"));
    await visit(page, `${web.origin}/`);
    const show = (number) =>
      page.evaluate(async (number) => {
        const picture = new Image();
        picture.src = `/photo.svg?${number}`;
        await picture.decode();
      }, number);
    await page.evaluate(async () => {
      const cache = await window.caches.open((await window.caches.keys())[0]);
      const { length } = await cache.keys();
      for (let number = length; number < 398; number += 1) await cache.put(`/page-${number}/`, new Response());
    });
    for (let number = 1; number <= 4; number += 1) await show(number);
    await show(1);
    await expect.poll(async () => (await kept(page)).length).toBe(400);
    web.deploy("/", { ...smallSite("A"), "agenda.json": '{"programme":"later"}' });
    await programme(page);
    await expect.poll(() => keptProgramme(page)).toBe("later");
  });

  test("a browser without service workers is told of in words, and nothing else happens", async ({ page, web }) => {
    web.deploy("/", smallSite("A"));
    await page.addInitScript(() => Object.defineProperty(navigator, "serviceWorker", { value: undefined }));
    await page.goto(`${web.origin}/`);
    await started(page).toBe("no: This browser offers no service worker here");
  });

  test("one address passes a Trusted Types policy", async ({ page, web }) => {
    const head = `
      <meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types default">
      <script>
        trustedTypes.createPolicy("default", { createScriptURL: (url) => (url === "/a/sw.js" ? url : null) });
      </script>`;
    web.deploy("/a/", smallSite("A", { base: "/a/", head }));
    await visit(page, `${web.origin}/a/`);
    const registration = await page.evaluate(async () => {
      const { scope, updateViaCache } = await navigator.serviceWorker.getRegistration();
      return { scope, updateViaCache };
    });
    expect(registration).toEqual({ scope: `${web.origin}/a/`, updateViaCache: "none" });
  });
});

test.describe("what the worker leaves alone", () => {
  test("ranges, videos, downloads and other methods go to the host and are not kept", async ({ page, web }) => {
    web.deploy("/", { ...smallSite("A"), "talk.mp4": "0123456789", "slides.pdf": "slides" });
    await visit(page, `${web.origin}/`);
    const before = await kept(page);
    const ranges = [];
    const part = (request, response) => {
      ranges.push(request.url, request.headers.range);
      response.writeHead(206, { "content-range": "bytes 0-3/10" }).end("0123");
    };
    web.answer("/talk.mp4", part);
    web.answer("/artwork.svg", part);
    expect((await get(page, "/talk.mp4", { headers: { range: "bytes=0-3" } })).status).toBe(206);
    const ofKept = await get(page, "/artwork.svg", { headers: { range: "bytes=0-3" } });
    expect(ofKept.text, "though it is kept").toBe("0123");
    expect(ranges).toEqual(["/talk.mp4", "bytes=0-3", "/artwork.svg", "bytes=0-3"]);
    web.requests.length = 0;
    await get(page, "/talk.mp4");
    await get(page, "/slides.pdf");
    await get(page, "/programme/", { method: "POST" });
    expect(web.requests).toEqual(["/talk.mp4", "/slides.pdf", "/programme/"]);
    expect(await kept(page)).toEqual(before);
    web.down = true;
    await expect(page.goto(`${web.origin}/slides.pdf`), "no shell in place of a file").rejects.toThrow(/ERR_/);
  });

  test("pages of something else below the scope or of another version are not kept", async ({ page, web }) => {
    web.deploy("/", { ...smallSite("A"), "blog/index.html": "<!doctype html><title>Blog</title><h1>Blog</h1>" });
    await visit(page, `${web.origin}/`);
    await page.goto(`${web.origin}/blog/`);
    await expect(heading(page)).toHaveText("Blog");
    web.deploy("/", smallSite("B"));
    await page.goto(`${web.origin}/sessions/b/`);
    await expect(heading(page)).toHaveText("Other session B");
    await visit(page, `${web.origin}/sessions/missing/`);
    await visit(page, `${web.origin}/`);
    const paths = Object.values(await keptBy(page)).flat();
    expect(paths.filter((path) => /blog|sessions/.test(path))).toEqual([]);
  });

  test("an unknown page keeps the host's own 404", async ({ page, web }) => {
    web.deploy("/", smallSite("A"));
    await visit(page, `${web.origin}/`);
    const response = await page.goto(`${web.origin}/sessions/new/`);
    expect(response.status()).toBe(404);
    await expect(heading(page)).toHaveText("Shell A");
  });

  test("caches of others", async ({ page, web }) => {
    web.deploy("/", smallSite("A"));
    await page.goto(`${web.origin}/photo.svg`);
    await plant(page, ...FOREIGN);
    await visit(page, `${web.origin}/`);
    web.deploy("/", smallSite("B"));
    expect(await look(page)).toBe("installed");
    await useVersion(page);
    await expect(heading(page)).toHaveText("Home B");
    await started(page).toBe("yes");
    const names = Object.keys(await keptBy(page));
    expect(names.filter((name) => !name.startsWith("meridian / "))).toEqual([...FOREIGN].sort());
    expect(names).toHaveLength(FOREIGN.length + 1);
  });
});
