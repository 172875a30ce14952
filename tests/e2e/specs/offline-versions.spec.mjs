// A new version of a site with a service worker (boot/), several sites of one origin, and the end of a worker.
import { countLoads, expect, keptBy, look, lookOnly, shipped, smallSite, test } from "../sites.mjs";
import {
  FOREIGN, all, cacheNames, heading, kept, offers, plant, programme, started, useVersion, visit,
} from "../worker.mjs";

// Other tests may do without: what a worker fetches is hidden from `page.route`.
test.use({ serviceWorkers: "allow" });
test.describe.configure({ timeout: 60_000 });

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
