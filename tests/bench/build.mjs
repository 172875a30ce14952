// How long `meridian build` takes for a very large agenda, and how much memory; fails when it is too much.
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { goFirst } from "./priority.mjs";
import { bigAgenda } from "./tool.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const MOST_SECONDS = 20;
const MOST_MEGABYTES = 1000;
const MEASURE = "/usr/bin/time";

const { values } = parseArgs({
  options: {
    sessions: { type: "string", default: "2000" },
    app: { type: "string" },
    keep: { type: "string" },
    help: { type: "boolean", short: "h", default: false },
  },
});
if (values.help) {
  console.log(`node tests/bench/build.mjs [--sessions 2000] [--app dist/app] [--keep <folder>]

Builds the site of a generated agenda (tests/bench/big_agenda.mjs) with the host tool, and prints seconds and
peak memory. Without --app it takes dist/app, or else an app of the same size that does nothing. The site is
removed again, unless --keep says where to leave it. Fails over ${MOST_SECONDS} s or ${MOST_MEGABYTES} MB.`);
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), "meridian-build-"));
try {
  process.exitCode = (await measure()) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure() {
  const tool = meridian();
  const agenda = join(folder, "public", "agenda.json");
  mkdirSync(join(folder, "public"));
  const text = bigAgenda("--sessions", values.sessions);
  writeFileSync(agenda, text);

  if (!goFirst()) console.log("What else this machine does is measured with it: only root may go first.");
  const check = await run([tool, "check", agenda]);
  if (check.status !== 0 || check.said.includes("warning")) throw new Error(`the agenda is not sound:\n${check.said}`);
  report("check", check);

  const out = values.keep ?? join(folder, "dist");
  const built = [];
  for (const which of ["first", "again"]) {
    const build = await run([tool, "build", join(folder, "public"), "--app", app(), "--out", out]);
    if (build.status !== 0) throw new Error(`meridian build ended with ${build.status}:\n${build.said}`);
    report(`build, ${which}`, build);
    built.push(build);
  }
  console.log(`${(text.length / 1e6).toFixed(1)} MB of agenda, ${cpus().length} cores, ${built[0].said.trim()}`);

  const seconds = Math.max(...built.map((build) => build.seconds));
  const megabytes = Math.max(...built.map((build) => build.megabytes));
  const isFine = seconds <= MOST_SECONDS && megabytes <= MOST_MEGABYTES;
  console.log(`${isFine ? "within" : "OVER"} ${MOST_SECONDS} s and ${MOST_MEGABYTES} MB`);
  return isFine;
}

/** The host tool, built for speed. */
function meridian() {
  const build = ["build", "--quiet", "--locked", "--profile", "host", "--package", "meridian-host"];
  const said = execFileSync("cargo", [...build, "--bin", "meridian", "--message-format", "json"], {
    cwd: root,
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const messages = said.toString().trim().split("\n").map((line) => JSON.parse(line));
  return messages.findLast((message) => message.executable).executable;
}

/** The folder of the built app, or of one that stands in for it. */
function app() {
  if (values.app) return values.app;
  const built = join(root, "dist/app");
  if (existsSync(built) && readdirSync(built).some((name) => name.startsWith("worker-"))) return built;
  const made = join(folder, "app");
  mkdirSync(made, { recursive: true });
  const parts = {
    "meridian.js": "export default async () => {};\n".repeat(600),
    // As hard to compress as a real one, about.
    "meridian.wasm": Buffer.from(Array.from({ length: 350_000 }, (_, index) => (index * index * 31 + (index >> 3)) & 63)),
    "style.css": ".a{color:red}\n".repeat(1600),
    "head.js": "window.head = 1;\n".repeat(300),
    "later.js": "export const start = () => {};",
    "places.txt": "UTC\n",
    "worker.js": 'const manifest = "__MERIDIAN_MANIFEST__";',
    "off.js": "self.off = 1;",
  };
  for (const [name, bytes] of Object.entries(parts)) {
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
    writeFileSync(join(made, name.replace(".", `-${hash}.`)), bytes);
  }
  return made;
}

/** Runs a command, and says how long it took, how long it kept processors busy, and how much memory it had at most. */
async function run(command) {
  const figures = join(folder, "figures");
  const hasMeasure = existsSync(MEASURE);
  const measured = [MEASURE, "--quiet", "--format", "%U %S %M", "--output", figures, ...command];
  const [program, ...options] = hasMeasure ? measured : command;
  const start = performance.now();
  const child = spawn(program, options, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
  // Without that program: the kernel's own high-water mark, until the process is gone.
  let kilobytes = NaN;
  const look = () => {
    try {
      kilobytes = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? kilobytes);
    } catch {
      // The process has ended.
    }
  };
  const watch = setInterval(look, 20);
  const [status] = await once(child, "close");
  const seconds = (performance.now() - start) / 1000;
  clearInterval(watch);
  if (!hasMeasure) return { status, seconds, megabytes: kilobytes / 1024, said };
  const [user, system, most] = readFileSync(figures, "utf8").trim().split("\n").at(-1).split(" ").map(Number);
  return { status, seconds, busy: user + system, megabytes: most / 1024, said };
}

function report(what, { seconds, busy, megabytes }) {
  const figures = [`${seconds.toFixed(1)} s`, ...(busy ? [`${busy.toFixed(1)} s of processor`] : []), `${megabytes.toFixed(0)} MB`];
  console.log([what.padEnd(14), ...figures.map((figure) => figure.padStart(10))].join("  "));
}
