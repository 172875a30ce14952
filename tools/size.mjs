// Sizes of what a visitor downloads, as brotli 11 sends it, against the budget.
// `--where` adds what the wasm consists of.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { crates, sections } from "./wasm.mjs";

// KB (1,000 bytes) of brotli 11; no budget where a host’s own data decides. The wasm should come down to 260 (ARCHITECTURE.md).
const parts = [
  { name: "wasm", file: /^app\/meridian-.*\.wasm$/, budget: 380 },
  { name: "glue", file: /^app\/meridian-.*\.js$/, budget: 8 },
  { name: "CSS", file: /^app\/style-.*\.css$/, budget: 10 },
  // When the panel with the zone search is opened.
  { name: "places", file: /^app\/places-.*\.txt$/, budget: 25 },
  { name: "boot", file: /^app\/head-.*\.js$/, budget: 3.5 },
  // CSS and boot script are in it.
  { name: "page", file: /^programme\/index\.html$/, budget: 16.5 },
  { name: "agenda", file: /^agenda\.json$/ },
];

const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(7);
const packed = (bytes) => brotliCompressSync(bytes).length;

const files = existsSync("dist") ? readdirSync("dist", { recursive: true }) : [];
let over = false;
for (const { name, file, budget } of parts) {
  const found = files.filter((entry) => file.test(entry));
  if (found.length === 0) {
    console.error(`dist/ has no ${name}; \`make build\` makes it.`);
    process.exit(1);
  }
  const size = found.reduce((sum, entry) => sum + packed(readFileSync(`dist/${entry}`)), 0);
  const verdict = budget === undefined ? "" : size > budget * 1000 ? "OVER " : "of   ";
  over ||= verdict === "OVER ";
  console.log(`${name.padEnd(8)}${kb(size)} KB  ${verdict}${budget === undefined ? "" : `${budget} KB`}`);
}

if (process.argv.includes("--where")) {
  const wasm = files.find((entry) => parts[0].file.test(entry));
  console.log("\nThe wasm by section (KB raw, KB brotli 11 by itself):");
  for (const { name, bytes } of sections(readFileSync(`dist/${wasm}`))) {
    console.log(`${kb(bytes.length)} ${kb(packed(bytes))}  ${name}`);
  }
  // wasm-opt drops the names of functions, so this looks at the module it was given.
  const named = readFileSync("target/wasm-bindgen/release/meridian-web_bg.wasm");
  console.log("\nIts code by crate, before wasm-opt (KB raw):");
  for (const [name, bytes] of crates(named).slice(0, 25)) console.log(`${kb(bytes)}  ${name}`);
}

if (over) {
  console.error("\nOver the budget. `make size WHERE=1` shows where the bytes are.");
  process.exit(1);
}
