// Trunk's one post-build step. For a release it puts glue, wasm, stylesheet, boot scripts and places into one folder, the
// app, each named by a hash of its final bytes, and has `meridian build` write the site from it. (Trunk names the wasm before
// wasm-opt has run, so that one name could stand for different bytes in a cache.) A debug build is Trunk's own page, which
// is not prerendered and so soon there; it needs the agenda beside it.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync, transformSync } from "esbuild";
import { places } from "./places.mjs";

const { TRUNK_STAGING_DIR: dir, TRUNK_PROFILE: profile } = process.env;
if (profile !== "release") {
  cpSync("public", dir, { recursive: true });
  process.exit();
}

const app = "target/app";
const site = "target/site";

rmSync(app, { recursive: true, force: true });
mkdirSync(app, { recursive: true });

function put(stem, ending, bytes) {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  writeFileSync(join(app, `${stem}-${hash}${ending}`), bytes);
}

/** The one file that Trunk made of a kind. */
function made(pattern) {
  const [name, ...others] = readdirSync(dir).filter((name) => pattern.test(name));
  if (!name || others.length) throw new Error(`Trunk should have made one file like ${pattern}`);
  return readFileSync(join(dir, name));
}

/** A boot script by itself; `iife` keeps what is in it from the page's other scripts. */
function bundle(name, format) {
  const path = `boot/${name}.js`;
  const { outputFiles } = buildSync({ entryPoints: [path], bundle: true, minify: true, format, write: false, target: "es2022" });
  put(name, ".js", outputFiles[0].contents);
}

put("meridian", ".js", transformSync(made(/^meridian-web-.*\.js$/).toString(), { minify: true }).code);
put("meridian", ".wasm", made(/^meridian-web-.*\.wasm$/));
put("style", ".css", made(/\.css$/));
put("places", ".txt", places());
bundle("head", "iife");
bundle("later", "esm");
bundle("worker", "iife");
bundle("off", "iife");

const tool = ["run", "--quiet", "--locked", "--profile", "host", "--package", "meridian-host"];
const build = ["--bin", "meridian", "--", "build", "public", "--app", app, "--out", site];
execFileSync("cargo", [...tool, ...build], { stdio: "inherit" });

for (const name of readdirSync(dir)) rmSync(join(dir, name), { recursive: true });
cpSync(site, dir, { recursive: true });
