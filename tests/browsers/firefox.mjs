// Firefox as it is installed, over WebDriver BiDi, which it speaks itself.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import WebSocket from "ws";
import { LIMIT, scriptOf, start } from "./programs.mjs";

// Whatever Firefox may want to ask the world, it asks a port on which nobody listens.
const PREFERENCES = {
  "network.proxy.type": 1,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": 9,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": 9,
  "network.proxy.no_proxies_on": "127.0.0.1",
};

/** Starts a Firefox that knows nothing. `errors` are those of its console. */
export async function open(env) {
  const profile = mkdtempSync(join(tmpdir(), "meridian-firefox-"));
  const preferences = Object.entries(PREFERENCES).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`);
  writeFileSync(join(profile, "user.js"), preferences.join(""));
  const program = process.env.FIREFOX ?? "firefox-esr";
  const args = ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"];
  const firefox = await start(program, args, { env, ready: /WebDriver BiDi listening on (\S+)/ });
  const errors = [];
  const { ask, end } = await connect(`${firefox.said}/session`, ({ method, params }) => {
    if (method === "log.entryAdded" && params.level === "error") errors.push(params.text);
  });
  await ask("session.new", { capabilities: {} });
  await ask("session.subscribe", { events: ["log.entryAdded"] });
  const { contexts } = await ask("browsingContext.getTree", {});
  const [{ context }] = contexts;
  return {
    errors,
    goto: (url) => ask("browsingContext.navigate", { context, url, wait: "interactive" }),
    async run(call, ...args) {
      const script = { expression: scriptOf(call, args), target: { context }, awaitPromise: false };
      const { result, exceptionDetails } = await ask("script.evaluate", script);
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return JSON.parse(result.value);
    },
    async close() {
      end();
      await firefox.end();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Speaks to a browser: `ask(method, params)` answers with the result, `hear` is told of events. */
async function connect(address, hear) {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  const waiting = new Map();
  let last = 0;
  socket.on("message", (text) => {
    const message = JSON.parse(text);
    if (message.type === "event") hear(message);
    else waiting.get(message.id)?.(message);
  });
  async function ask(method, params) {
    last += 1;
    const id = last;
    const answer = await new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`Firefox does not answer ${method}`)), LIMIT);
      waiting.set(id, (message) => {
        clearTimeout(late);
        resolve(message);
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
    waiting.delete(id);
    if (answer.type === "error") throw new Error(`${method}: ${answer.error}: ${answer.message}`);
    return answer.result;
  }
  return { ask, end: () => socket.terminate() };
}
