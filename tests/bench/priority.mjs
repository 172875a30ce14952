// The place of this program and all that it starts among the programs of the machine.
import { spawnSync } from "node:child_process";

/**
 * Has the machine run this program, and whatever it starts, before everything else, so that what others do at the
 * same time is hardly measured with it. Linux lets root do so; returns whether it has.
 */
export function goFirst() {
  return spawnSync("chrt", ["--rr", "--pid", "1", String(process.pid)], { stdio: "ignore" }).status === 0;
}
