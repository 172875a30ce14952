// The site of a large event, which the host tool makes from a generated agenda and the app of the site that is tested.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DIST } from "./built.mjs";
import { readSite } from "./sites.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Builds the site; returns its files by path, without compressed copies, and its agenda. */
export function buildLarge(sessions) {
  const folder = mkdtempSync(join(tmpdir(), "meridian-large-"));
  try {
    const agenda = execFileSync("node", [join(root, "tests/bench/big_agenda.mjs"), "--sessions", `${sessions}`], { maxBuffer: 1 << 28 });
    mkdirSync(join(folder, "public"));
    writeFileSync(join(folder, "public/agenda.json"), agenda);
    const tool = ["run", "--quiet", "--locked", "--profile", "host", "--package", "meridian-host", "--bin", "meridian", "--"];
    const build = ["build", join(folder, "public"), "--app", join(DIST, "app"), "--out", join(folder, "dist")];
    execFileSync("cargo", [...tool, ...build], { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
    const files = Object.entries(readSite(join(folder, "dist"))).filter(([path]) => !/\.(br|gz)$/.test(path));
    return { files: Object.fromEntries(files), agenda: JSON.parse(agenda) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
