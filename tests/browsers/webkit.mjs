// WebKitGTK as it is installed, over WebDriver, on a screen that nobody sees.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { LIMIT, eventually, freePort, scriptOf, start } from "./programs.mjs";

/** The browser that comes with WebKitGTK, in a folder that is named after machine and version. */
function miniBrowser() {
  const folders = readdirSync("/usr/lib").map((name) => join("/usr/lib", name));
  const versions = ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"];
  const paths = folders.flatMap((folder) => versions.map((version) => join(folder, version, "MiniBrowser")));
  const found = process.env.MINIBROWSER ?? paths.find((path) => existsSync(path));
  if (!found) throw new Error("There is no MiniBrowser of WebKitGTK; `tools/setup.sh test` installs it.");
  return found;
}

/** Starts a WebKitGTK that knows nothing. */
export async function open(env) {
  const binary = miniBrowser();
  const screen = await start("Xvfb", ["-displayfd", "1", "-screen", "0", "1280x900x24"], { ready: /^(\d+)\s/m });
  const port = await freePort();
  // Its sandbox needs rights that a container does not have. Where the language is C, which is none, pages are told so.
  const own = { DISPLAY: `:${screen.said}`, LC_ALL: "en_GB.UTF-8", WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" };
  const driver = await start("WebKitWebDriver", [`--port=${port}`], { env: { ...env, ...own } });
  const ask = async (method, path, body) => {
    const request = { method, body: body && JSON.stringify(body), signal: AbortSignal.timeout(LIMIT) };
    const { value } = await (await fetch(`http://127.0.0.1:${port}${path}`, request)).json();
    if (value?.error) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
  await eventually("WebKitWebDriver listens", () => ask("GET", "/status"));
  const options = { "webkitgtk:browserOptions": { binary, args: ["--automation"] } };
  const { sessionId } = await ask("POST", "/session", { capabilities: { alwaysMatch: options } });
  return {
    goto: (url) => ask("POST", `/session/${sessionId}/url`, { url }),
    async run(call, ...args) {
      const script = `return ${scriptOf(call, args)}`;
      return JSON.parse(await ask("POST", `/session/${sessionId}/execute/sync`, { script, args: [] }));
    },
    async close() {
      await ask("DELETE", `/session/${sessionId}`).catch(() => {});
      await driver.end();
      await screen.end();
    },
  };
}
