// The site of a large event, which the host tool makes from a generated agenda and the app of the site that is tested.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bigAgenda, meridian } from "../bench/tool.mjs";
import { DIST } from "./built.mjs";
import { readSite } from "./sites.mjs";

/** Builds the site; returns its files by path, without compressed copies, and its agenda. */
export function buildLarge(sessions) {
  const folder = mkdtempSync(join(tmpdir(), "meridian-large-"));
  try {
    const agenda = bigAgenda("--sessions", `${sessions}`);
    mkdirSync(join(folder, "public"));
    writeFileSync(join(folder, "public/agenda.json"), agenda);
    meridian("build", join(folder, "public"), "--app", join(DIST, "app"), "--out", join(folder, "dist"));
    const files = Object.entries(readSite(join(folder, "dist"))).filter(([path]) => !/\.(br|gz)$/.test(path));
    return { files: Object.fromEntries(files), agenda: JSON.parse(agenda) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
