// What is particular to tools/serve.mjs: its words, its free port, and that it reads the disk anew.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "meridian-serve-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

function folder(name, files) {
  const dir = join(scratch, name);
  mkdirSync(dir);
  for (const [path, text] of Object.entries(files)) writeFileSync(join(dir, path), text);
  return dir;
}

/** Runs it until it prints something or ends. */
async function run(t, ...args) {
  const child = spawn(process.execPath, ["tools/serve.mjs", ...args], { cwd: root });
  t.after(() => child.kill());
  const heard = Promise.race([once(child.stdout, "data"), once(child.stderr, "data")]);
  return { child, said: String(await heard) };
}

test("port 0 is a free one, and the line that says which is as other programs read it", async (t) => {
  const dir = folder("first", { "index.html": "one" });
  const { said } = await run(t, dir, "--port", "0", "--base", "a/b");
  const [, url] = said.match(/^Serving .* at (http:\/\/127\.0\.0\.1:\d+\/a\/b\/) \(Ctrl-C stops it\)\n$/) ?? [];
  assert.ok(url, said);

  const first = await fetch(url);
  assert.equal(await first.text(), "one");
  writeFileSync(join(dir, "index.html"), "another");
  const headers = { "if-none-match": first.headers.get("etag") };
  assert.equal(await (await fetch(url, { headers })).text(), "another");

  const missing = await fetch(`${url}nope/`);
  assert.equal(missing.status, 404);
  assert.match(await missing.text(), /no 404\.html/);
});

test("it says what is missing, and does not serve then", async (t) => {
  for (const [args, words] of [
    [[folder("empty", {})], /There is no .*index\.html; `make build` makes it/],
    [[folder("bare", { "index.html": "" }), "--brotli"], /There is no .*index\.html\.br to send for --brotli/],
  ]) {
    const { child, said } = await run(t, ...args, "--port", "0");
    assert.match(said, words);
    if (child.exitCode === null) await once(child, "exit");
    assert.equal(child.exitCode, 1);
  }
});
