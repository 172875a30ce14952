// Serves a folder as a plain host of files would:
// node tools/serve.mjs dist [--port 8080] [--base /x/] [--brotli] [--late 700]
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { brotliDecompressSync } from "node:zlib";
import sirv from "sirv";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: "string", default: "8080" },
    base: { type: "string", default: "/" },
    // Send the .br that the builder wrote beside a file to whoever accepts it, as a CDN does: for measuring.
    brotli: { type: "boolean", default: false },
    // Milliseconds by which the app is late, as on a slow network: for tests that should meet the page before it.
    late: { type: "string", default: "0" },
  },
});
const dir = positionals[0] ?? "dist";
const base = `/${values.base}/`.replace(/\/+/g, "/");

if (!existsSync(join(dir, "index.html"))) {
  fail(`There is no ${join(dir, "index.html")}; \`make build\` makes it.`);
}
if (values.brotli && !existsSync(join(dir, "index.html.br"))) {
  fail(`There is no ${join(dir, "index.html.br")} to send for --brotli; \`meridian build\` writes it.`);
}

// `dev` reads the disk anew at each request: a rebuilt site or a replaced agenda shows at once.
const options = {
  dev: true,
  etag: true,
  extensions: [],
  setHeaders: (response, path) => {
    if (path.endsWith(".ics")) response.setHeader("content-type", "text/calendar; charset=utf-8");
    response.setHeader("cache-control", path.startsWith("/app/") ? "public, max-age=31536000, immutable" : "no-cache");
  },
};
const plain = sirv(dir, options);
const packed = sirv(dir, { ...options, brotli: true });
// Files that a host may replace alone: the programme, and the worker by its kill switch.
const REPLACEABLE = ["/agenda.json", "/sw.js"];

const server = createServer((request, response) => {
  const address = `http://host${request.url}`;
  if (!URL.canParse(address)) return missing(response, "This is no address.");
  const { pathname, search } = new URL(address);
  const asked = pathname.replace(/\/+/g, "/");
  if (asked === base.slice(0, -1)) return redirect(response, base + search);
  if (!asked.startsWith(base)) return missing(response, `The site is at ${base}`);

  const path = asked.slice(base.length - 1);
  const found = kind(path);
  if (found === "folder" && !path.endsWith("/")) return redirect(response, `${asked}/${search}`);
  request.url = found === "folder" ? `${path}index.html` : path;
  if (kind(request.url) === "file") return send(request, response);
  if (kind("/404.html") !== "file") return missing(response, `There is no ${path}, and no 404.html to say so.`);
  send404(request, response);
});

/** What a path leads to: "file", "folder" or nothing. */
function kind(path) {
  try {
    const found = statSync(join(dir, decodeURI(path)));
    return found.isDirectory() ? "folder" : "file";
  } catch {
    return undefined;
  }
}

function send(request, response) {
  const compressed = values.brotli && !(REPLACEABLE.includes(request.url) && isOfAnother(request.url));
  const answer = () => (compressed ? packed : plain)(request, response);
  const late = request.url.endsWith(".wasm") ? Number(values.late) : 0;
  if (late > 0) setTimeout(answer, late);
  else answer();
}

/** Whether the .br beside a file was written for an earlier one. */
function isOfAnother(path) {
  const file = join(dir, path);
  return existsSync(`${file}.br`) && !brotliDecompressSync(readFileSync(`${file}.br`)).equals(readFileSync(file));
}

function redirect(response, location) {
  response.writeHead(301, { location, "cache-control": "no-cache" }).end();
}

function missing(response, words) {
  response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end(`${words}\n`);
}

/** 404.html with the status it is for, whole even to one who has it already. */
function send404(request, response) {
  delete request.headers["if-none-match"];
  delete request.headers.range;
  request.url = "/404.html";
  const writeHead = response.writeHead.bind(response);
  response.writeHead = (status, headers) => writeHead(404, headers);
  send(request, response);
}

server.on("error", (error) => {
  fail(
    error.code === "EADDRINUSE"
      ? `Port ${values.port} is in use, perhaps by another \`make serve\`. Stop that, or choose another with --port.`
      : error.message,
  );
});
server.listen(Number(values.port), "127.0.0.1", () => {
  console.log(`Serving ${dir} at http://127.0.0.1:${server.address().port}${base} (Ctrl-C stops it)`);
});

function fail(message) {
  console.error(message);
  process.exit(1);
}
