// Trunk's one post-build step: fills in {base}, and in a release drops comments, makes the
// glue small, and names glue and wasm by a hash of their final bytes. (Trunk names the wasm
// before wasm-opt has run, so that one name could stand for different bytes in a cache.)
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";

const { TRUNK_STAGING_DIR: dir, TRUNK_PUBLIC_URL: base, TRUNK_PROFILE: profile } = process.env;
const index = join(dir, "index.html");

let html = readFileSync(index, "utf8").replaceAll("{base}", base);
if (profile === "release") {
  html = html.replace(/\s*<!--.*?-->/gs, "").replace(/\n\s*\n/g, "\n");
  for (const name of readdirSync(dir)) {
    const [, stem, tail] = name.match(/^(meridian-web)-[0-9a-f]+(_bg\.wasm|\.js)$/) ?? [];
    if (!stem) continue;
    const path = join(dir, name);
    if (tail === ".js") {
      writeFileSync(path, transformSync(readFileSync(path, "utf8"), { minify: true }).code);
    }
    const hash = createHash("sha256").update(readFileSync(path)).digest("hex").slice(0, 16);
    const final = `${stem}-${hash}${tail}`;
    renameSync(path, join(dir, final));
    html = html.replaceAll(name, final);
  }
}
writeFileSync(index, html);
