// Programs that a test starts and ends: browsers, their drivers, a screen, a host for the site.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** How long anything may take; a machine that others use too is slow, and not wrong. */
export const LIMIT = 60_000;

/**
 * Starts a program and waits until its output says so: `{said, end}`, where `said` is what the pattern found. It leads a
 * group of processes, which ends with it.
 */
export async function start(program, args, { env = {}, ready } = {}) {
  const child = spawn(program, args, { cwd: root, env: { ...process.env, ...env }, detached: true });
  const kill = () => {
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  };
  process.once("exit", kill);
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const end = async () => {
    kill();
    await ended;
    process.removeListener("exit", kill);
  };
  let output = "";
  const said = await new Promise((resolve, reject) => {
    const read = (text) => {
      output += text;
      const found = ready?.exec(output);
      if (found) resolve(found[1]);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("error", reject);
    if (!ready) return child.once("spawn", resolve);
    const fail = (why) => reject(new Error(`${program} ${why} and has not said ${ready}, but:\n${output}`));
    ended.then((code) => fail(`has ended (${code})`));
    setTimeout(() => fail("is slow"), LIMIT).unref();
  });
  return { said, end };
}

/** Serves a built site at a base; `address` is where. */
export async function serve(base) {
  const { E2E_DIST: dist = "dist" } = process.env;
  const args = ["tools/serve.mjs", dist, "--port", "0", "--base", base];
  const { said, end } = await start(process.execPath, args, { ready: /at (http:\S+)/ });
  return { address: said, end };
}

/** A port on which nobody listens. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Asks again and again until the answer is as expected, and returns it; fails with the last one. */
export async function eventually(what, ask, isExpected = Boolean) {
  const end = Date.now() + LIMIT;
  for (;;) {
    // A page that is on its way to another has no answer.
    const answer = await ask().catch((error) => error);
    if (!(answer instanceof Error) && isExpected(answer)) return answer;
    if (Date.now() > end) {
      const last = answer instanceof Error ? answer.message : JSON.stringify(answer);
      throw new Error(`${what}: not within ${LIMIT / 1000} s; at last ${last}`);
    }
    await pause(100);
  }
}

/** A call as the text of a script that answers in JSON. */
export const scriptOf = (call, args) => `JSON.stringify((${call})(...${JSON.stringify(args)}) ?? null)`;
