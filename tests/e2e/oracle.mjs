// Asks oracle.py, which knows time zones from another source than the app does.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("oracle.py", import.meta.url));
const known = new Map();

/** What the clocks of each zone show for each session of the agenda: `{zone: {session: {…}}}`. */
export function hours(agenda, zones) {
  const input = JSON.stringify(agenda);
  const key = `${zones.join()} ${input}`;
  if (!known.has(key)) {
    known.set(key, JSON.parse(execFileSync("python3", [program, "-", ...zones], { input, encoding: "utf8" })));
  }
  return known.get(key);
}

/** As in `+1 day`, `−1 day`; nothing for the same day. */
export function dayMark(days) {
  if (days === 0) return "";
  return `${days < 0 ? "−" : "+"}${Math.abs(days)} day${Math.abs(days) === 1 ? "" : "s"}`;
}

/**
 * A line of a session's times as it reads: `17:45 to 19:15 Kathmandu · your time`.
 * `twelve` counts hours to twelve; the night is marked on the visitor's own clock.
 */
export function line(times, words, { twelve = false, own = true } = {}) {
  const parts = [twelve ? times.range12 : times.range, dayMark(times.days), words, own && times.night && "in your night"];
  return parts.filter(Boolean).join(" ");
}
