// The site on real hosts: nginx and Caddy as hosting/ configures them, and tools/serve.mjs; at / and under a path.
//   node --test tests/hosting/*.test.mjs  dist/, and a small site that has a file of every kind
//   E2E_DIST=<folder> node --test …       another site in place of dist/
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { start } from "./hosts.mjs";
import { IMMUTABLE, REPLACED, SECURITY, filesOf, foldersOf, sites } from "./site.mjs";

const scratch = mkdtempSync(join(tmpdir(), "meridian-hosting-"));
const agent = new Agent({ keepAlive: true });
after(() => agent.destroy());
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

const DECODE = { br: brotliDecompressSync, gzip: gunzipSync };
const BROWSER = "gzip, deflate, br, zstd";
/** Hosts, what they send compressed when they are asked as the key says, and whether they send more than files. */
const HOSTS = {
  nginx: { codings: { [BROWSER]: "br", gzip: "gzip" }, secure: true },
  caddy: { codings: { [BROWSER]: "br", gzip: "gzip" }, secure: true },
  // For work on this machine: no gzip, no header but the type and what is needed for caching.
  serve: { codings: { [BROWSER]: "br" }, secure: false },
};

const TYPES = {
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  css: "text/css",
  json: "application/json",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json",
  ics: "text/calendar; charset=utf-8",
  vtt: "text/vtt; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  xml: /^(application|text)\/xml/,
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
  avif: "image/avif",
  mp4: "video/mp4",
  webm: "video/webm",
  woff2: "font/woff2",
  pdf: "application/pdf",
};

/** One request as it is written, and the answer as it came: nothing is decoded or followed. */
function ask(origin, path, headers = {}, method = "GET") {
  const { hostname, port } = new URL(origin);
  const { promise, resolve, reject } = withResolvers();
  const sent = request({ hostname, port, path, method, headers, agent }, async (response) => {
    try {
      const body = Buffer.concat(await response.toArray());
      resolve({ path, status: response.statusCode, headers: response.headers, body });
    } catch (error) {
      reject(error);
    }
  });
  sent.on("error", reject).end();
  return promise;
}

function withResolvers() {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}

const address = (path) => path.split("/").map(encodeURIComponent).join("/");

function judgeType({ path, headers }, secure) {
  const [, end] = path.split("?")[0].match(/\.(\w+)$/) ?? [undefined, path.endsWith("/") ? "html" : ""];
  const want = TYPES[end];
  const have = headers["content-type"] ?? "";
  if (want instanceof RegExp) assert.match(have, want, path);
  // Nothing is expected of files such as _headers, which no browser asks for.
  if (typeof want !== "string") return;
  const [essence, charset] = have.toLowerCase().split(/\s*;\s*/);
  const [wanted, wantedCharset] = want.split("; ");
  assert.equal(essence, wanted, path);
  if (wantedCharset && secure) assert.equal(charset, wantedCharset, path);
}

function judgeSecurity({ path, headers }) {
  const have = Object.fromEntries(Object.keys(SECURITY).map((name) => [name, headers[name]]));
  assert.deepEqual(have, SECURITY, path);
  assert.equal(headers["content-security-policy"], "frame-ancestors 'none'", path);
  assert.doesNotMatch(headers.server ?? "", /\d/, "a server's version is nobody's business");
}

/** What holds of a file's answer in whatever coding. */
function judgeFile(answer, { bytes, cache, coding, secure }) {
  const { path, status, headers, body } = answer;
  assert.equal(status, 200, path);
  assert.equal(headers["content-encoding"], coding, path);
  assert.ok((coding ? DECODE[coding](body) : body).equals(bytes), `${path}: other bytes (${coding})`);
  assert.equal(headers["cache-control"], cache, path);
  assert.ok(headers.etag && headers["last-modified"], `${path}: nothing to revalidate by`);
  judgeType(answer, secure);
  if (secure) judgeSecurity(answer);
}

for (const [what, dir] of Object.entries(sites(scratch))) {
  describe(what, () => {
    for (const name of Object.keys(HOSTS)) {
      for (const base of ["/", "/a/b/"]) describeHost({ name, base, dir });
    }
  });
}

function describeHost({ name, base, dir }) {
  const { codings, secure } = HOSTS[name];
  describe(`${name}, at ${base}`, () => {
    let host;
    const get = (path, headers, method) => ask(host.origin, base + path, headers, method);
    const cacheOf = (path) => (path.startsWith("app/") ? IMMUTABLE : "no-cache");

    /** Asks for a file, judges the answer, and asks again as a browser does that has it. */
    const fetchTwice = async (path, accept, { bytes, coding }) => {
      const headers = accept ? { "accept-encoding": accept } : {};
      const answer = await get(address(path), headers);
      judgeFile(answer, { bytes, cache: cacheOf(path), coding, secure });
      const again = await get(address(path), { ...headers, "if-none-match": answer.headers.etag });
      assert.deepEqual([again.status, again.body.length], [304, 0], path);
      if (secure) assert.equal(again.headers["cache-control"], cacheOf(path), path);
      const other = await get(address(path), { ...headers, "if-none-match": `"other"` });
      assert.equal(other.status, 200, path);
      return answer;
    };

    before(async () => {
      host = await start(name, { dir, base, scratch: mkdtempSync(join(scratch, `${name}-`)) });
    });
    after(() => host?.stop());

    test("every file", async () => {
      for (const { path, bytes, compressed } of filesOf(dir).filter(({ path }) => !REPLACED.includes(path))) {
        const tags = new Map();
        for (const [accept, best] of [...Object.entries(codings), ["identity"], [undefined]]) {
          const coding = compressed[best] ? best : undefined;
          const { headers } = await fetchTwice(path, accept, { bytes, coding });
          if (compressed.br) assert.match(headers.vary ?? "", /accept-encoding/i, path);
          tags.set(coding, headers.etag);
        }
        // One tag for two codings would let a cache mix them.
        assert.equal(new Set(tags.values()).size, tags.size, `${path}: ${[...tags]}`);
      }
    });

    test("what was replaced alone, whatever was compressed beside an earlier one", async () => {
      for (const path of REPLACED) {
        const bytes = readFileSync(join(dir, path));
        for (const accept of [BROWSER, "gzip", "identity", undefined]) {
          const first = await get(path, accept ? { "accept-encoding": accept } : {});
          const coding = first.headers["content-encoding"];
          if (secure) assert.equal(coding, /gzip/.test(accept) ? "gzip" : undefined, path);
          const { headers } = await fetchTwice(path, accept, { bytes, coding });
          if (coding || secure) assert.match(headers.vary ?? "", /accept-encoding/i, path);
        }
      }
    });

    test("calendars, whose readers ask again and again", async (context) => {
      const { path } = filesOf(dir).find(({ path }) => path.startsWith("calendar/")) ?? {};
      if (!path) return context.skip("this site has none");
      const { headers } = await get(path);
      assert.equal(headers["content-type"].toLowerCase().replace(/;\s*/, "; "), TYPES.ics);
      assert.equal(headers["cache-control"], "no-cache");
      assert.equal((await get(path, { "if-none-match": headers.etag })).status, 304);
    });

    test("every page by its folder, for GET and HEAD", async () => {
      for (const folder of ["", ...foldersOf(dir).pages.map((path) => `${path}/`)]) {
        const bytes = readFileSync(join(dir, folder, "index.html"));
        const [accept] = Object.entries(codings).find(([, coding]) => coding === "br");
        const answer = await get(`${address(folder)}?now=2021-06-28T12:10:00Z`, { "accept-encoding": accept });
        judgeFile(answer, { bytes, cache: "no-cache", coding: "br", secure });
        const head = await get(address(folder), {}, "HEAD");
        assert.deepEqual([head.status, head.body.length], [200, 0], folder);
      }
    });

    test("a folder without its closing / leads to its page, inside the site", async () => {
      const { pages, others } = foldersOf(dir);
      for (const folder of [...pages, ...(base === "/" ? [] : [""])]) {
        const path = (base + address(folder)).replace(/\/$/, "");
        for (const query of ["", "?theme=a&q=%C3%A9"]) {
          const { status, headers } = await ask(host.origin, path + query);
          assert.ok([301, 308].includes(status), `${path}: ${status}`);
          assert.doesNotMatch(headers.location, /^(\w+:|\/\/)/, path);
          assert.equal(new URL(headers.location, host.origin + path).href, `${host.origin}${path}/${query}`);
        }
      }
      for (const folder of others) {
        const answer = await get(address(folder));
        const { pathname } = new URL(answer.headers.location ?? "", `${host.origin}${base}${address(folder)}`);
        assert.ok(pathname.startsWith(base), pathname);
        assert.equal((await get(`${address(folder)}/`)).status, 404, folder);
      }
      const twice = await ask(host.origin, `${base}/programme`);
      const { origin } = new URL(twice.headers.location ?? "", `${host.origin}${base}`);
      assert.equal(origin, host.origin, "a doubled / is no host");
    });

    test("an unknown path gets 404.html, whole, with status 404", async () => {
      const page = readFileSync(join(dir, "404.html"));
      const unknown = ["nope", "nope/", "sessions/new/", "sessions/new/?theme=a", "programme/nope", "index.html/x"];
      const { headers: own } = await get("404.html");
      for (const path of [...unknown, "app/nope-0.js", "app/nope-0.wasm", "a.ics", "%E2%82%AC"]) {
        const stale = { "if-none-match": own.etag, "if-modified-since": own["last-modified"], range: "bytes=0-3" };
        for (const headers of [{}, stale, { "accept-encoding": BROWSER }]) {
          const answer = await get(path, headers);
          assert.equal(answer.status, 404, path);
          const coding = answer.headers["content-encoding"];
          assert.ok((coding ? DECODE[coding](answer.body) : answer.body).equals(page), `${path}: another page`);
          assert.match(answer.headers["content-type"], /^text\/html/, path);
          assert.equal(answer.headers["cache-control"], "no-cache", path);
          if (secure) judgeSecurity(answer);
        }
      }
    });

    test("a part of a file, as players ask for it", async () => {
      const { path, bytes } = filesOf(dir).find(({ path }) => /\.(mp4|png)$/.test(path));
      const answer = await get(address(path), { range: "bytes=2-5" });
      assert.equal(answer.status, 206);
      assert.equal(answer.headers["content-range"], `bytes 2-5/${bytes.length}`);
      assert.ok(answer.body.equals(bytes.subarray(2, 6)));
    });

    test("nothing outside the site", async () => {
      const outside = readFileSync(new URL("../../package.json", import.meta.url));
      for (const path of ["../package.json", "%2e%2e/package.json", "..%2fpackage.json", "app/../../package.json"]) {
        const answer = await get(path);
        assert.ok([301, 308, 400, 403, 404].includes(answer.status), `${path}: ${answer.status}`);
        assert.ok(!answer.body.includes(outside), path);
      }
    });

    test("its configuration starts without a warning", () => {
      assert.doesNotMatch(host.said(), /\[(warn|crit|alert|emerg)\]|not formatted|"level":"error"/);
    });
  });
}
