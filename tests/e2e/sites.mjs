// Sites for tests of the service worker: a host whose answers a test decides, small stand-ins for a
// built site, and looks into what a browser keeps.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { expect as hasty, test as base } from "@playwright/test";
import { transformSync } from "esbuild";

const boot = fileURLToPath(new URL("../../boot/", import.meta.url));
const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** Tests with a host of their own, `web`. */
export const test = base.extend({
  web: async ({}, use) => {
    const web = await host();
    await use(web);
    await web.close();
  },
});

/** A worker fetches and proves the whole site before it is at work: that takes a while on a busy machine. */
export const expect = hasty.configure({ timeout: 30_000 });

/** A script of boot/ as it is shipped: made small. */
export const shipped = (name) => transformSync(readFileSync(boot + name, "utf8"), { minify: true }).code;

/** The hash that `integrity` and a manifest want. */
export const integrity = (body) => `sha256-${createHash("sha256").update(body).digest("base64")}`;

/** The files of a folder as a site: path → bytes. */
export function readSite(folder) {
  const paths = readdirSync(folder, { recursive: true }).filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(paths.map((path) => [path.split(sep).join("/"), readFileSync(join(folder, path))]));
}

/**
 * A small site of that version, to be served at `base`, much as `meridian build` writes a large one.
 * A page says its version in `h1`, starts boot/offline.js, and tells of that in `window.seen`;
 * `head` goes into every page.
 */
export function smallSite(version, { base = "/", head = "" } = {}) {
  const names = { glue: `app/meridian-${version}.js`, wasm: `app/meridian-${version}.wasm` };
  names.offline = `app/offline-${version}.js`;
  const page = (title, up = base) => `<!doctype html>
    <html lang="en" data-base="${up}" data-wasm="${names.wasm}"><meta charset="utf-8">${head}
    <title>${title}</title><link rel="icon" href="data:,"><h1>${title} ${version}</h1>
    <script type="module" src="${base}${names.glue}"></script></html>`;
  const files = {
    "index.html": page("Home"),
    "programme/index.html": page("Programme"),
    "404.html": page("Shell", ""),
    [names.glue]: glue(base, names.offline),
    [names.wasm]: `wasm ${version}`,
    [names.offline]: shipped("offline.js"),
    "artwork.svg": `<svg xmlns="http://www.w3.org/2000/svg"><title>${version}</title></svg>`,
  };
  return {
    ...files,
    "sw.js": worker(files),
    "sessions/a/index.html": page("Session"),
    "sessions/b/index.html": page("Other session"),
    "agenda.json": JSON.stringify({ programme: version }),
    "photo.svg": `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>`,
  };
}

/** boot/worker.js with the manifest of these files, as `meridian build` writes sw.js. */
export function worker(files) {
  const hashes = Object.fromEntries(Object.entries(files).map(([path, body]) => [path, integrity(body)]));
  const version = createHash("sha256").update(JSON.stringify(hashes)).digest("hex").slice(0, 16);
  const parts = shipped("worker.js").split('"__MERIDIAN_MANIFEST__"');
  if (parts.length !== 2) throw new Error("boot/worker.js must have the text for the manifest exactly once");
  return parts.join(JSON.stringify({ version, shell: "404.html", files: hashes }));
}

// What the app does with boot/offline.js.
function glue(base, offline) {
  return `
    window.seen = { versions: 0, started: "" };
    window.addEventListener("meridian:version", () => { window.seen.versions += 1; });
    import("${base}${offline}")
      .then(({ start }) => start("${base}"))
      .then(() => { window.seen.started = "yes"; }, (error) => { window.seen.started = "no: " + error.message; });`;
}

// A plain file host on a port of its own. Sites stand at paths; everything about its answers can be
// changed while it runs.
async function host() {
  const sites = new Map();
  const state = { down: false, caching: "no-cache", requests: [], answers: new Map(), held: new Map() };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://host");
    state.requests.push(pathname);
    await state.held.get(pathname)?.promise;
    if (state.down) return request.socket.destroy();
    const special = state.answers.get(pathname);
    response.setHeader("cache-control", state.caching);
    return special ? special(request, response) : answer(sites, pathname, response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    /** The paths asked for so far, queries left out. */
    requests: state.requests,
    /** Puts a site at a path, in place of the one that was there. */
    deploy: (base, files) => sites.set(base, files),
    /** Answers one path by a function of node's, or by its file again. */
    answer: (path, special) => (special ? state.answers.set(path, special) : state.answers.delete(path)),
    /** Lets requests for a path wait; returns what lets them go on. */
    hold(path) {
      let release;
      state.held.set(path, { promise: new Promise((resolve) => (release = resolve)) });
      return () => {
        state.held.delete(path);
        release();
      };
    },
    /** Whether the network is gone: every connection breaks. */
    set down(down) {
      state.down = down;
      if (down) server.closeIdleConnections();
    },
    /** The header by which browsers are told what they may keep by themselves. */
    set caching(caching) {
      state.caching = caching;
    },
    async close() {
      state.held.clear();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

// The site with the longest path that fits; folders by their index.html, the unknown by 404.html.
function answer(sites, pathname, response) {
  const bases = [...sites.keys()].filter((base) => pathname.startsWith(base));
  const base = bases.sort((a, b) => b.length - a.length)[0];
  const files = sites.get(base) ?? {};
  const path = pathname.slice((base ?? "").length).replace(/(^|\/)$/, "$1index.html");
  const [status, found] = files[path] === undefined ? [404, "404.html"] : [200, path];
  const type = TYPES[extname(found)] ?? "application/octet-stream";
  response.writeHead(status, { "content-type": type }).end(files[found]);
}

/** What a page's origin keeps: the name of each cache → the paths in it, both sorted. */
export const keptBy = (page) =>
  page.evaluate(async () => {
    const kept = {};
    for (const name of (await window.caches.keys()).sort()) {
      const requests = await (await window.caches.open(name)).keys();
      kept[name] = requests.map((request) => new URL(request.url).pathname).sort();
    }
    return kept;
  });

/** Looks for a new version; says what became of it: "installed" (it waits), "redundant", or "none". */
export const look = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update();
    const worker = registration.installing ?? registration.waiting;
    while (worker?.state === "installing") {
      await new Promise((resolve) => worker.addEventListener("statechange", resolve, { once: true }));
    }
    return worker?.state ?? "none";
  });

/** Looks for a new version and stays for nothing: what comes may load the page again. */
export const lookOnly = (page) =>
  page.evaluate(async () => void (await navigator.serviceWorker.getRegistration()).update());

/** Each full load of the page from here on. */
export function countLoads(page) {
  const loads = [];
  page.on("load", () => loads.push(page.url()));
  return loads;
}
