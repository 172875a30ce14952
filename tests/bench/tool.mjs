// What benches and end-to-end tests run: the host tool, and what writes a large agenda.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const TOOL = ["run", "--quiet", "--locked", "--profile", "host", "--package", "meridian-host", "--bin", "meridian", "--"];

/** Runs `meridian` with these words; an error says what it had to complain about. */
export const meridian = (...words) =>
  execFileSync("cargo", [...TOOL, ...words], { cwd: root, maxBuffer: 1 << 28, stdio: ["ignore", "ignore", "pipe"] });

/** The text of a generated agenda, given the flags of `big_agenda.mjs`. */
export const bigAgenda = (...flags) =>
  execFileSync("node", [join(root, "tests/bench/big_agenda.mjs"), ...flags], { maxBuffer: 1 << 28 });
