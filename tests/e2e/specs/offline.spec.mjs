// The service worker and what goes with it (boot/), on small sites whose host does what a test
// wants: breaks off, waits, redirects, or has half of a new version.
import { countLoads, expect, keptBy, look, lookOnly, shipped, smallSite, test } from "../sites.mjs";

// Other tests may do without: what a worker fetches is hidden from `page.route`.
test.use({ serviceWorkers: "allow" });
test.describe.configure({ timeout: 60_000 });

const LISTED = ["/", "/404.html", "/agenda.json", "/artwork.svg", "/programme/"];
const APP = ["/app/meridian-X.js", "/app/meridian-X.wasm", "/app/offline-X.js"];
const all = (version, ...more) => [...LISTED, ...APP.map((path) => path.replace("X", version)), ...more].sort();

const heading = (page) => page.getByRole("heading", { level: 1 });
const started = (page) => expect.poll(() => page.evaluate(() => window.seen?.started), { message: "how it started" });
const offers = (page) => page.evaluate(() => window.seen.versions);
const useVersion = (page) => page.evaluate(() => void window.dispatchEvent(new Event("meridian:use-version")));

/** Opens a page and waits until the service worker is at work. */
async function visit(page, address) {
  await page.goto(address);
  await started(page).toBe("yes");
}

/** The names of the caches, without the version in ours. */
const cacheNames = async (page) => Object.keys(await keptBy(page)).map((name) => name.replace(/ [0-9a-f]{16}$/, ""));

/** The paths kept for the site at `/` in the one cache that it has. */
async function kept(page) {
  const ours = Object.entries(await keptBy(page)).filter(([name]) => name.startsWith("meridian / "));
  expect(ours, "one version is kept").toHaveLength(1);
  return ours[0][1];
}

/** Fetches in the page: status, text, and when the agenda was fetched if it is a kept copy. */
const get = (page, address, options = {}) =>
  page.evaluate(
    async ([address, options]) => {
      const response = await fetch(address, options);
      const fetched = response.headers.get("x-meridian-fetched");
      return { status: response.status, text: await response.text(), fetched };
    },
    [address, options],
  );

const programme = async (page, address = "/agenda.json") => JSON.parse((await get(page, address)).text).programme;

/** The agenda as it lies in the cache. */
const keptProgramme = (page) =>
  page.evaluate(async () => {
    const response = await window.caches.match("/agenda.json");
    return response && (await response.json()).programme;
  });

/** Another site's cache, or another program's, on the same origin. */
const plant = (page, ...names) =>
  page.evaluate(async (names) => {
    for (const name of names) await (await window.caches.open(name)).put("/x", new Response("x"));
  }, names);

const FOREIGN = ["meridian", "meridian /other/ 0123456789abcdef", "meridian-/ 0123456789abcdef", "someone else's"];

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

test.describe("the agenda", () => {
  test("is fresh where there is network, and kept with the hour at which it was fetched", async ({ page, web }) => {
    web.deploy("/", smallSite("A"));
    await visit(page, `${web.origin}/`);
    web.deploy("/", { ...smallSite("A"), "agenda.json": '{"programme":"later"}' });
    const dates = [];
    web.answer("/agenda.json", (request, response) => {
      dates.push(new Date(Date.UTC(2021, 5, 28, 10, dates.length)).toUTCString());
      response.writeHead(200, { date: dates.at(-1) }).end('{"programme":"later"}');
    });
    expect(await get(page, "/agenda.json?x")).toEqual({ status: 200, text: '{"programme":"later"}', fetched: null });
    await expect.poll(() => keptProgramme(page)).toBe("later");
    web.down = true;
    expect((await get(page, "/agenda.json")).fetched).toBe(dates.at(-1));
  });

  test("has an hour too where the host tells none", async ({ page, web }) => {
    web.deploy("/", smallSite("A"));
    web.answer("/agenda.json", (request, response) => {
      response.sendDate = false;
      response.end('{"programme":"undated"}');
    });
    const before = Date.now();
    await visit(page, `${web.origin}/`);
    web.down = true;
    const { fetched } = await get(page, "/agenda.json");
    // The header knows seconds.
    expect(Date.parse(fetched)).toBeGreaterThanOrEqual(before - 1000);
    expect(Date.parse(fetched)).toBeLessThanOrEqual(Date.now());
  });

  test("comes from the device when the network is slow, and is kept when it has come", async ({ page, web }) => {
    web.deploy("/", smallSite("A"));
    await visit(page, `${web.origin}/`);
    web.deploy("/", { ...smallSite("A"), "agenda.json": '{"programme":"late"}' });
    const release = web.hold("/agenda.json");
    expect(await programme(page)).toBe("A");
    release();
    await expect.poll(() => keptProgramme(page)).toBe("late");
  });

  test("is waited for when it trickles in, but not for long", async ({ page, web }) => {
    web.deploy("/", smallSite("A"));
    await visit(page, `${web.origin}/`);
    web.answer("/agenda.json", (request, response) => response.write('{"programme":'));
    expect(await programme(page)).toBe("A");
  });

  test("that cannot be read does not take the place of one that can", async ({ page, web }) => {
    web.deploy("/", smallSite("A"));
    await visit(page, `${web.origin}/`);
    const faults = {
      "half a file": (request, response) => response.end('{"programme":'),
      "an error page": (request, response) => response.end("<!doctype html><h1>Soon"),
      "an error": (request, response) => response.writeHead(503).end('{"programme":"error"}'),
      "no file": (request, response) => response.writeHead(404).end('{"programme":"gone"}'),
    };
    for (const [fault, special] of Object.entries(faults)) {
      web.answer("/agenda.json", special);
      expect(await programme(page), fault).toBe("A");
    }
    expect(await keptProgramme(page)).toBe("A");
  });

  test("is what the host says where none is kept", async ({ page, web }) => {
    web.deploy("/", smallSite("A"));
    await visit(page, `${web.origin}/`);
    await page.evaluate(async () => {
      for (const name of await window.caches.keys()) await (await window.caches.open(name)).delete("/agenda.json");
    });
    web.answer("/agenda.json", (request, response) => response.writeHead(404).end("No such file"));
    expect(await get(page, "/agenda.json")).toEqual({ status: 404, text: "No such file", fetched: null });
    web.down = true;
    await expect(get(page, "/agenda.json")).rejects.toThrow(/Failed to fetch/);
  });

  test("that came while a new version waited is not lost with the old one", async ({ page, web }) => {
    web.deploy("/", smallSite("A"));
    await visit(page, `${web.origin}/`);
    web.deploy("/", smallSite("B"));
    expect(await look(page)).toBe("installed");
    web.answer("/agenda.json", (request, response) => {
      // The header knows seconds.
      response.writeHead(200, { date: new Date(Date.now() + 5000).toUTCString() }).end('{"programme":"newest"}');
    });
    expect(await programme(page)).toBe("newest");
    await expect
      .poll(() => page.evaluate(async () => (await window.caches.keys()).length), { message: "A at work, B waiting" })
      .toBe(2);
    await useVersion(page);
    await expect(heading(page)).toHaveText("Home B");
    web.down = true;
    await page.goto(`${web.origin}/programme/`);
    expect(await programme(page)).toBe("newest");
  });
});

test.describe("a page that is not kept", () => {
  test("comes from the network and is kept", async ({ page, web }) => {
    web.deploy("/", smallSite("A"));
    await visit(page, `${web.origin}/`);
    await page.goto(`${web.origin}/sessions/b/?x`);
    await expect(heading(page)).toHaveText("Other session A");
    await expect.poll(() => kept(page)).toContain("/sessions/b/");
    web.down = true;
    await page.goto(`${web.origin}/sessions/b/?y`);
    await expect(heading(page)).toHaveText("Other session A");
  });

  test("is the shell where the network is slow, and itself the next time", async ({ page, web }) => {
    web.deploy("/", smallSite("A"));
    await visit(page, `${web.origin}/`);
    const release = web.hold("/sessions/b/");
    const response = await page.goto(`${web.origin}/sessions/b/`);
    expect(response.status()).toBe(200);
    await expect(heading(page)).toHaveText("Shell A");
    release();
    await expect.poll(() => kept(page)).toContain("/sessions/b/");
    await page.reload();
    await expect(heading(page)).toHaveText("Other session A");
  });

  test("is the shell where the host is in trouble", async ({ page, web }) => {
    web.deploy("/", smallSite("A"));
    await visit(page, `${web.origin}/`);
    web.answer("/sessions/b/", (request, response) => response.writeHead(503).end("Busy"));
    await page.goto(`${web.origin}/sessions/b/`);
    await expect(heading(page)).toHaveText("Shell A");
    web.answer("/sessions/b/");
    await page.reload();
    await expect(heading(page)).toHaveText("Other session A");
  });
});

test.describe("redirects", () => {
  test("of a host with pretty addresses do not reach a navigation", async ({ page, web }) => {
    web.deploy("/", smallSite("A"));
    const files = smallSite("A");
    // As some hosts do: no address ends in .html, and the page for the unknown says 404 for itself.
    const to = (place) => (request, response) => response.writeHead(308, { location: place }).end();
    web.answer("/index.html", to("/"));
    web.answer("/programme/index.html", to("/programme/"));
    web.answer("/404.html", to("/404"));
    web.answer("/404", (request, response) => {
      response.writeHead(404, { "content-type": "text/html" }).end(files["404.html"]);
    });
    await visit(page, `${web.origin}/sessions/a/`);
    await expect.poll(() => kept(page)).toContain("/sessions/a/");
    web.down = true;
    for (const [path, title] of Object.entries({ "/": "Home A", "/programme/": "Programme A", "/x/": "Shell A" })) {
      const response = await page.goto(web.origin + path);
      expect(response.status(), path).toBe(200);
      await expect(heading(page), path).toHaveText(title);
    }
  });

  test("of a page are followed by the browser and not kept", async ({ page, web }) => {
    web.deploy("/", smallSite("A"));
    await visit(page, `${web.origin}/`);
    web.answer("/sessions/b", (request, response) => response.writeHead(301, { location: "/sessions/b/" }).end());
    await page.goto(`${web.origin}/sessions/b`);
    await expect(page).toHaveURL(`${web.origin}/sessions/b/`);
    await expect(heading(page)).toHaveText("Other session A");
    await expect.poll(() => kept(page)).toEqual(all("A", "/sessions/b/"));
  });
});

test.describe("a new version", () => {
  test("waits, is offered, and comes with one reload; the old cache goes", async ({ page, web }) => {
    web.deploy("/", smallSite("A"));
    await visit(page, `${web.origin}/programme/`);
    web.deploy("/", smallSite("B"));
    expect(await look(page)).toBe("installed");
    await expect.poll(() => offers(page)).toBe(1);
    await visit(page, `${web.origin}/programme/`);
    await expect(heading(page), "a reload does not bring it").toHaveText("Programme A");
    await expect.poll(() => offers(page), { message: "it is offered again" }).toBe(1);
    const loads = countLoads(page);
    // Impatient visitors press twice.
    await useVersion(page).then(() => useVersion(page).catch(() => {}));
    await expect(heading(page)).toHaveText("Programme B");
    await started(page).toBe("yes");
    expect(loads).toHaveLength(1);
    expect(await offers(page)).toBe(0);
    expect(await kept(page)).toEqual(all("B"));
    web.down = true;
    await visit(page, `${web.origin}/sessions/b/`);
    await expect(heading(page)).toHaveText("Shell B");
  });

  test("does not touch other open tabs, which come to it by a plain reload", async ({ context, page, web }) => {
    web.deploy("/", smallSite("A"));
    await visit(page, `${web.origin}/`);
    const other = await context.newPage();
    await visit(other, `${web.origin}/programme/`);
    web.deploy("/", smallSite("B"));
    expect(await look(page)).toBe("installed");
    await expect.poll(() => offers(other)).toBe(1);
    const loads = countLoads(other);
    await useVersion(page);
    await expect(heading(page)).toHaveText("Home B");
    await started(page).toBe("yes");
    expect(loads, "the other tab was left in peace").toHaveLength(0);
    await expect(heading(other)).toHaveText("Programme A");
    expect(await programme(other), "and goes on with the agenda of today").toBe("B");
    await useVersion(other);
    await expect(heading(other)).toHaveText("Programme B");
    await started(other).toBe("yes");
    expect(loads).toHaveLength(1);
  });

  test("comes by itself with the next visit", async ({ context, page, web }) => {
    web.deploy("/", smallSite("A"));
    await visit(page, `${web.origin}/`);
    web.deploy("/", smallSite("B"));
    expect(await look(page)).toBe("installed");
    await page.close();
    const next = await context.newPage();
    // The browser puts the waiting version to work when it has seen the last page go.
    await expect(async () => {
      await next.goto("about:blank");
      await next.goto(`${web.origin}/`);
      await expect(heading(next)).toHaveText("Home B", { timeout: 100 });
    }).toPass();
    await started(next).toBe("yes");
    await expect.poll(() => kept(next)).toEqual(all("B"));
  });

  test("that is broken leaves the old one as it was, until it is mended", async ({ page, web }) => {
    web.deploy("/", smallSite("A"));
    await visit(page, `${web.origin}/`);
    const B = smallSite("B");
    for (const path of ["app/meridian-B.wasm", "programme/index.html", "404.html", "agenda.json"]) {
      for (const body of [undefined, "other bytes"]) {
        web.deploy("/", { ...B, [path]: body });
        expect(await look(page), path).toBe("redundant");
      }
    }
    expect(await offers(page)).toBe(0);
    expect(await kept(page), "nothing of B was kept").toEqual(all("A"));
    web.down = true;
    await visit(page, `${web.origin}/programme/`);
    await expect(heading(page)).toHaveText("Programme A");
    web.down = false;
    web.deploy("/", B);
    expect(await look(page)).toBe("installed");
    await expect.poll(() => offers(page)).toBe(1);
  });

  test("is whole even where the host lets browsers keep everything for a day", async ({ page, web }) => {
    web.caching = "max-age=86400";
    web.deploy("/", smallSite("A"));
    await visit(page, `${web.origin}/sessions/b/`);
    await visit(page, `${web.origin}/programme/`);
    await visit(page, `${web.origin}/`);
    web.deploy("/", smallSite("B"));
    expect(await look(page)).toBe("installed");
    expect(await programme(page), "the agenda is fresh before").toBe("B");
    await useVersion(page);
    await expect(heading(page)).toHaveText("Home B");
    await visit(page, `${web.origin}/sessions/b/`);
    await expect(heading(page)).toHaveText("Other session B");
    await expect.poll(() => kept(page)).toEqual(all("B", "/sessions/b/"));
  });

  test("is looked for when the page is seen again, every ten minutes at most", async ({ page, web }) => {
    web.deploy("/", smallSite("A"));
    await page.clock.install();
    await visit(page, `${web.origin}/`);
    const seenAgain = () => page.evaluate(() => void document.dispatchEvent(new Event("visibilitychange")));
    const updates = [];
    await page.exposeFunction("updates", (at) => updates.push(at));
    await page.evaluate(() => {
      const { update } = ServiceWorkerRegistration.prototype;
      ServiceWorkerRegistration.prototype.update = function () {
        window.updates(Date.now());
        return update.call(this);
      };
    });
    await seenAgain();
    await page.clock.fastForward("09:50");
    await seenAgain();
    expect(updates).toHaveLength(0);
    web.deploy("/", smallSite("B"));
    await page.clock.fastForward("00:20");
    await seenAgain();
    await seenAgain();
    await expect.poll(() => offers(page)).toBe(1);
    expect(updates).toHaveLength(1);
    web.down = true;
    await page.clock.fastForward("11:00");
    await seenAgain();
    await expect.poll(() => updates.length).toBe(2);
  });
});

test.describe("several sites of one origin", () => {
  const SITES = ["/", "/a/", "/a/b/"];
  const visitAll = async (page, web, version) => {
    for (const base of SITES) {
      web.deploy(base, smallSite(`${version}${SITES.indexOf(base)}`, { base }));
      await visit(page, `${web.origin}${base}sessions/a/`);
    }
  };

  test("each has its own pages, agenda and cache, under its own path", async ({ page, web }) => {
    await visitAll(page, web, "A");
    expect(await cacheNames(page)).toEqual(SITES.map((base) => `meridian ${base}`));
    web.down = true;
    for (const [index, base] of SITES.entries()) {
      await page.goto(`${web.origin}${base}programme/`);
      await expect(heading(page)).toHaveText(`Programme A${index}`);
      expect(await programme(page, `${base}agenda.json`)).toBe(`A${index}`);
      await page.goto(`${web.origin}${base}sessions/nowhere/`);
      await expect(heading(page)).toHaveText(`Shell A${index}`);
      expect(await page.evaluate(() => document.documentElement.dataset.base)).toBe(base);
    }
  });

  test("a new version of one takes nothing from the others", async ({ page, web }) => {
    await visitAll(page, web, "A");
    const before = await keptBy(page);
    await visit(page, `${web.origin}/a/`);
    web.deploy("/a/", smallSite("B", { base: "/a/" }));
    expect(await look(page)).toBe("installed");
    await useVersion(page);
    await expect(heading(page)).toHaveText("Home B");
    await started(page).toBe("yes");
    const others = (caches) => Object.entries(caches).filter(([name]) => !name.startsWith("meridian /a/ "));
    expect(others(await keptBy(page))).toEqual(others(before));
  });

  test("the kill switch of one ends that one alone", async ({ page, web }) => {
    await visitAll(page, web, "A");
    await visit(page, `${web.origin}/a/`);
    const loads = countLoads(page);
    web.deploy("/a/", { ...smallSite("A1", { base: "/a/" }), "sw.js": shipped("off.js") });
    await lookOnly(page);
    await expect.poll(() => loads.length, { message: "the page is loaded again" }).toBe(1);
    await expect.poll(() => cacheNames(page)).toEqual(["meridian /", "meridian /a/b/"]);
    web.down = true;
    await page.goto(`${web.origin}/a/b/programme/`);
    await expect(heading(page)).toHaveText("Programme A2");
  });
});

test.describe("the kill switch", () => {
  const registrations = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  const controlled = (page) => page.evaluate(() => navigator.serviceWorker.controller !== null);

  test("frees open pages with one reload and leaves nothing of ours", async ({ page, web }) => {
    web.deploy("/", smallSite("A"));
    await visit(page, `${web.origin}/sessions/a/?x#y`);
    await plant(page, ...FOREIGN);
    const foreign = [...FOREIGN].sort();
    await expect.poll(() => controlled(page)).toBe(true);
    const loads = countLoads(page);
    web.deploy("/", { ...smallSite("B"), "sw.js": shipped("off.js") });
    await lookOnly(page);
    await expect(heading(page), "it is free of what was kept").toHaveText("Session B");
    await expect(page).toHaveURL(`${web.origin}/sessions/a/?x#y`);
    await expect.poll(async () => Object.keys(await keptBy(page)).sort()).toEqual(foreign);
    await expect.poll(() => registrations(page)).toBe(0);
    expect(await controlled(page)).toBe(false);
    expect(loads).toHaveLength(1);
    web.deploy("/", { ...smallSite("C"), "sw.js": shipped("off.js") });
    await page.goto(`${web.origin}/`);
    await expect(heading(page)).toHaveText("Home C");
    // Each load registers the switch again, which goes again.
    await started(page).toMatch(/^(yes|no)/);
    await expect.poll(() => registrations(page)).toBe(0);
    expect(loads, "and makes no page reload for it").toHaveLength(2);
    expect(Object.keys(await keptBy(page)).sort()).toEqual(foreign);
  });

  test("a site can come back after it", async ({ page, web }) => {
    web.deploy("/", { ...smallSite("A"), "sw.js": shipped("off.js") });
    await page.goto(`${web.origin}/`);
    await started(page).toMatch(/^(yes|no)/);
    web.deploy("/", smallSite("A"));
    await visit(page, `${web.origin}/`);
    expect(await kept(page)).toEqual(all("A"));
  });
});
