// What the service worker (boot/) answers with: a fresh agenda or the kept one, a page or the shell.
import { expect, look, smallSite, test } from "../sites.mjs";
import { all, get, heading, kept, keptProgramme, programme, useVersion, visit } from "../worker.mjs";

// Other tests may do without: what a worker fetches is hidden from `page.route`.
test.use({ serviceWorkers: "allow" });
test.describe.configure({ timeout: 60_000 });

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
