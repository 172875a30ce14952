// A Chromium that is told what to do through a pipe, in its own protocol. A driver such as Playwright
// puts scripts of its own into each page, which then count as the page's on a slow processor, and it
// does not slow the network of a service worker down.
import { spawn } from "node:child_process";
import { EventEmitter } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import config from "../e2e/playwright.config.mjs";

const { args, env } = config.use.launchOptions;
// The whole browser, as visitors have it, and not the shell in which end-to-end tests run.
const { CHROMIUM: program = "/usr/bin/chromium" } = process.env;
const FLAGS = [
  "--headless",
  "--hide-scrollbars",
  "--mute-audio",
  "--no-default-browser-check",
  "--disable-extensions",
  "--disable-default-apps",
  "--disable-background-timer-throttling",
  "--disable-backgrounding-occluded-windows",
  "--disable-renderer-backgrounding",
  // Whatever Chromium may want to ask the world, it finds nobody.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/**
 * Starts a Chromium that knows nothing; `more` are further flags for it. What it answers has
 * `send(method, params, session?)`, `on(event, hear)` for events of all sessions as
 * `hear(params, session)`, `profile`, and `close()`. It ends with this program at the latest.
 */
export async function launch(more = ["--remote-debugging-pipe"]) {
  const profile = mkdtempSync(join(tmpdir(), "meridian-chromium-"));
  const all = [...args, ...FLAGS, ...more, `--user-data-dir=${profile}`, "about:blank"];
  const stdio = ["ignore", "ignore", "ignore", "pipe", "pipe"];
  const browser = spawn(program, all, { env, stdio, detached: true });
  const ended = new Promise((resolve) => browser.once("exit", resolve));
  const end = () => {
    // Detached, it leads a group of processes of its own.
    try {
      process.kill(-browser.pid, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  process.on("exit", end);
  const close = async () => {
    browser.kill();
    await ended;
    process.off("exit", end);
    end();
  };
  return { ...wire(browser.stdio[3], browser.stdio[4], ended), profile, close };
}

/** Messages are JSON, each ended by a zero byte; an answer carries the number of its request. */
function wire(output, input, ended) {
  const events = new EventEmitter();
  const waiting = new Map();
  let last = 0;
  let text = "";
  input.setEncoding("utf8").on("data", (part) => {
    const messages = (text + part).split("\0");
    text = messages.pop();
    for (const message of messages) take(JSON.parse(message));
  });
  // What is written to a browser that has ended fails; whoever waits for an answer is told below.
  output.on("error", () => {});
  ended.then(() => waiting.forEach(({ reject }) => reject(new Error("Chromium has ended"))));
  function take({ id, method, params, sessionId, result, error }) {
    if (id === undefined) return events.emit(method, params, sessionId);
    const { resolve, reject, asked } = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new Error(`${asked}: ${error.message}`));
    else resolve(result);
  }
  const send = (method, params = {}, sessionId = undefined) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject, asked: method });
      output.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
  return { send, on: (event, hear) => events.on(event, hear), off: (event, hear) => events.off(event, hear) };
}
