// The sites that are compared: the one that was built, and two that are made from it.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A copy of a site that may be changed; it is gone when this program ends. */
export function copy(site) {
  const dir = mkdtempSync(join(tmpdir(), "meridian-bench-"));
  process.on("exit", () => rmSync(dir, { recursive: true, force: true }));
  cpSync(site, dir, { recursive: true });
  return dir;
}

/** Writes a page of a site, and compressed as `meridian build` does. */
function write(site, path, html) {
  mkdirSync(dirname(join(site, path)), { recursive: true });
  writeFileSync(join(site, path), html);
  writeFileSync(join(site, `${path}.br`), brotliCompressSync(html));
}

/** Puts 404.html's empty shell in the place of a page: the app as if nothing were made beforehand. */
export function forgetPage(site, path) {
  const shell = readFileSync(join(site, "404.html"), "utf8");
  const base = "../".repeat(path.split("/").length - 1);
  const html = shell.replace('data-base=""', `data-base="${base}"`);
  if (html === shell) throw new Error("404.html has no empty data-base");
  // The service worker proves what it keeps.
  const hash = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;
  const worker = readFileSync(join(site, "sw.js"), "utf8");
  write(site, "sw.js", worker.replace(hash(readFileSync(join(site, path))), hash(html)));
  write(site, path, html);
}

// Runs in a page: the prerendered page as one would write it by hand, for this very moment and visitor.
function plain(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const idle = "script, noscript, meta[http-equiv], link[rel=manifest]";
  for (const part of page.querySelectorAll(idle)) part.remove();
  const now = Date.now() / 1000;
  for (const part of page.querySelectorAll("[data-from], [data-until]")) {
    const { from = -Infinity, until = Infinity } = part.dataset;
    if (now < from || now >= until) part.remove();
  }
  const { lang } = page.documentElement;
  // What the stylesheet asks for, so that the page looks as the app's does at its first paint.
  return `<!doctype html>
<html lang="${lang}" data-js data-timed data-clocks="2">${page.head.outerHTML}${page.body.outerHTML}</html>\n`;
}

/** Writes a page's plain twin: what it shows, with the same stylesheet inline, and no script. */
export async function writePlain(browser, site, path, twin) {
  const html = readFileSync(join(site, path), "utf8");
  const { targetId } = await browser.send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: true });
  const expression = `(${plain})(${JSON.stringify(html)})`;
  const { result } = await browser.send("Runtime.evaluate", { expression, returnByValue: true }, sessionId);
  await browser.send("Target.closeTarget", { targetId });
  write(site, twin, result.value);
}

/** Serves a site compressed, as a CDN does; ends with this program. */
export function serve(site) {
  const server = spawn("node", ["tools/serve.mjs", site, "--port", "0", "--brotli"], { cwd: root });
  process.on("exit", () => server.kill());
  return new Promise((resolve, reject) => {
    server.stdout.on("data", (text) => {
      const [url] = String(text).match(/http:\S+/) ?? [];
      if (url) resolve({ url, stop: () => server.kill() });
    });
    server.stderr.on("data", (text) => reject(new Error(String(text).trim())));
  });
}
