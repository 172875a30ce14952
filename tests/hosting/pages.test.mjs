// The files of a site before any host has them: pages allow what they hold, _headers agrees, all text is compressed.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { IMMUTABLE, REPLACED, SECURITY, directives, filesOf } from "./site.mjs";
import { hash, inlineOf, policyOf, rulesOf, sites } from "./site.mjs";

const scratch = mkdtempSync(join(tmpdir(), "meridian-pages-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

for (const [what, dir] of Object.entries(sites(scratch))) describe(what, () => describePages(dir));

function describePages(dir) {
  const pages = () => filesOf(dir).filter(({ path }) => path.endsWith(".html"));

  test("it is a built site", () => {
    const names = filesOf(dir).map(({ path }) => path);
    for (const name of ["index.html", "404.html", "sw.js", "sw-off.js", "_headers", ".nojekyll", "agenda.json"]) {
      assert.ok(names.includes(name), `${dir} has no ${name}; \`make build\` makes the site`);
    }
  });

  test("each page's policy allows what stands in that page, and nothing else inline", () => {
    for (const { path, bytes } of pages()) {
      const html = bytes.toString();
      const policy = policyOf(html);
      assert.ok(policy, `${path} has no policy`);
      const allowed = directives(policy);
      const { scripts, styles } = inlineOf(html);
      const hashes = (sources) => sources.filter((source) => source.startsWith("'sha")).sort();
      assert.deepEqual(hashes(allowed["script-src"]), scripts.map((text) => `'${hash(text)}'`).sort(), path);
      assert.deepEqual(hashes(allowed["style-src"]), styles.map((text) => `'${hash(text)}'`).sort(), path);
      assert.deepEqual(allowed["default-src"], ["'none'"], path);
      assert.doesNotMatch(policy, /'unsafe-(inline|eval|hashes)'|(^|\s)(\*|https?:|data:)(\s|;|$)/, path);
      assert.ok(html.indexOf("Content-Security-Policy") < html.search(/<(script|style|link)/), `${path}: too late`);
    }
  });

  test("_headers says the pages' policy and the rest, and each header once", () => {
    const rules = rulesOf(readFileSync(join(dir, "_headers"), "utf8"));
    const all = rules["/*"];
    const { "frame-ancestors": frames, ...rest } = directives(all["content-security-policy"]);
    assert.deepEqual(frames, ["'none'"]);
    for (const { path, bytes } of pages()) assert.deepEqual(directives(policyOf(bytes.toString())), rest, path);
    for (const [name, value] of Object.entries(SECURITY)) assert.equal(all[name], value, name);
    // Hosts join what two rules say of one header, so only one rule may speak of caching; their own rule is no-cache.
    assert.equal(all["cache-control"], undefined);
    assert.equal(rules["/app/*"]["cache-control"], IMMUTABLE);
  });

  test("every text has its .br and its .gz", () => {
    for (const { path, compressed } of filesOf(dir)) {
      const text = !REPLACED.includes(path) && /\.(html|js|css|json|svg|wasm|webmanifest|txt|xml|ics)$/.test(path);
      if (text) assert.deepEqual(compressed, { br: true, gzip: true }, path);
    }
  });
}
