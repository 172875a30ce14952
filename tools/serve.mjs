// Serves a folder as a plain file host would: node tools/serve.mjs dist [--port 8080] [--base /x/] [--brotli]
// Unknown paths without an extension get index.html, so that deep links work.
import { readFileSync, readdirSync, existsSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { brotliCompressSync } from "node:zlib";
import sirv from "sirv";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: "string", default: "8080" },
    base: { type: "string", default: "/" },
    // Compress first, as a CDN does: for measuring.
    brotli: { type: "boolean", default: false },
  },
});
const dir = positionals[0] ?? "dist";
const base = `/${values.base}/`.replace(/\/+/g, "/");

if (!existsSync(join(dir, "index.html"))) {
  fail(`There is no ${join(dir, "index.html")}; \`make build\` makes it.`);
}
if (values.brotli) {
  for (const name of readdirSync(dir, { recursive: true })) {
    if (!/\.(css|html|js|json|svg|wasm)$/.test(name)) continue;
    writeFileSync(join(dir, `${name}.br`), brotliCompressSync(readFileSync(join(dir, name))));
  }
}

// `dev` reads the disk anew at each request: a rebuilt site or a replaced agenda shows at once.
const files = sirv(dir, { dev: true, etag: true, single: true, brotli: values.brotli });

const server = createServer((request, response) => {
  if (request.url === base.slice(0, -1)) {
    response.writeHead(302, { location: base }).end();
  } else if (request.url.startsWith(base)) {
    request.url = request.url.slice(base.length - 1);
    files(request, response);
  } else {
    response.writeHead(404, { "content-type": "text/plain" }).end(`The site is at ${base}\n`);
  }
});
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
