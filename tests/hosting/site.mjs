// The sites to test: the built one, and a small one as `meridian build` writes it that has a file of every kind; and
// how to read what is in a site.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

const root = fileURLToPath(new URL("../..", import.meta.url));

export const IMMUTABLE = "public, max-age=31536000, immutable";

/** What a host may replace alone: the programme, and the worker by its kill switch. */
export const REPLACED = ["agenda.json", "sw.js"];

/** What to call each site, and its folder; the small one is written into `scratch`. */
export function sites(scratch) {
  const small = join(scratch, "site");
  writeSite(small);
  // A file beside the site, as the repository's own is beside dist/: no host may hand it out.
  copyFileSync(join(root, "package.json"), join(scratch, "package.json"));
  return { "a small site": small, "the built site": resolve(root, process.env.E2E_DIST ?? "dist") };
}

/** `sha256-…` as a policy names it. */
export function hash(text) {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** What a page's policy has to allow: the text of each script that runs, and of each style. */
export function inlineOf(html) {
  const scripts = [...html.matchAll(/<script(?![^>]*\b(?:src|type)=)[^>]*>([^]*?)<\/script>/g)];
  const styles = [...html.matchAll(/<style[^>]*>([^]*?)<\/style>/g)];
  return { scripts: scripts.map(([, text]) => text), styles: styles.map(([, text]) => text) };
}

/** The policy in a page's <meta>, or nothing. */
export function policyOf(html) {
  const [, content] = html.match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)"/i) ?? [];
  return content?.replaceAll("&#39;", "'").replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
}

/** Directives of a policy by name. */
export function directives(policy) {
  const parts = policy.split(";").map((part) => part.trim().split(/\s+/)).filter(([name]) => name);
  return Object.fromEntries(parts.map(([name, ...sources]) => [name, sources]));
}

/** Every file of a site that a visitor may ask for: its path and its bytes; the compressed ones stand beside theirs. */
export function filesOf(dir) {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = names.map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(dir.length + 1)).sort();
  const beside = paths.filter((path) => !/\.(br|gz)$/.test(path) || !paths.includes(path.slice(0, -3)));
  return beside.map((path) => ({
    path,
    bytes: readFileSync(join(dir, path)),
    compressed: { br: existsSync(join(dir, `${path}.br`)), gzip: existsSync(join(dir, `${path}.gz`)) },
  }));
}

/** Folders that have a page, and those that have none, without a closing `/`. */
export function foldersOf(dir) {
  const folders = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory());
  const paths = folders.map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(dir.length + 1)).sort();
  const hasPage = (path) => existsSync(join(dir, path, "index.html"));
  return { pages: paths.filter(hasPage), others: paths.filter((path) => !hasPage(path)) };
}

/** The rules of a `_headers` file: path to headers, names in lower case. */
export function rulesOf(text) {
  const rules = {};
  let rule;
  for (const line of text.split("\n").filter((line) => line.trim() && !line.trim().startsWith("#"))) {
    if (/^\S/.test(line)) {
      rule = rules[line.trim()] = {};
    } else {
      const [, name, value] = line.match(/^\s+([^:]+):\s*(.*)$/) ?? [undefined, line, undefined];
      rule[name.toLowerCase()] = value;
    }
  }
  return rules;
}

const SCRIPT = 'document.documentElement.dataset.alive = "1"; // <b>&amp;';
const STYLE = "h1 { color: green }";
const POLICY = [
  "default-src 'none'",
  `script-src 'self' 'wasm-unsafe-eval' '${hash(SCRIPT)}'`,
  `style-src '${hash(STYLE)}'`,
  "img-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "frame-src https://player.vimeo.com https://www.youtube-nocookie.com",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types default",
].join("; ");

function page(title, base) {
  return `<!doctype html>
<html lang="en" data-base="${base}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>${title}</title>
<script>${SCRIPT}</script><style>${STYLE}</style><script type="application/ld+json">{"@type":"Event"}</script></head>
<body><h1>${title}</h1><p>12 µs, naïve, 東京</p></body></html>
`;
}

function forPlayers(feature) {
  return `${feature}=(self "https://player.vimeo.com" "https://www.youtube-nocookie.com")`;
}

/** What every answer carries, beside the policy. */
export const SECURITY = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy": [
    ...["accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "hid", "idle-detection"],
    ...["magnetometer", "microphone", "midi", "payment", "serial", "usb"],
  ]
    .map((feature) => `${feature}=()`)
    .concat(["autoplay", "encrypted-media", "fullscreen", "picture-in-picture"].map(forPlayers))
    .sort()
    .join(", "),
  "cross-origin-opener-policy": "same-origin",
};

const HEADERS = `/*
  Content-Security-Policy: ${POLICY}; frame-ancestors 'none'
${Object.entries(SECURITY).map(([name, value]) => `  ${name}: ${value}\n`).join("")}
/app/*
  Cache-Control: ${IMMUTABLE}
`;

/** Writes the small site. */
function writeSite(dir) {
  const some = (text) => Buffer.from(`${text} `.repeat(200));
  const files = {
    "index.html": page("Home", ""),
    "404.html": page("Not found", ""),
    "programme/index.html": page("Programme", "../"),
    "programme/2021-06-28/index.html": page("Monday", "../../"),
    "sessions/a-b/index.html": page("A session", "../../"),
    "mine/app/index.html": page("A folder that is called as the app's", "../../"),
    "agenda.json": '{"format":1}\n',
    "agenda.schema.json": "{}\n",
    "artwork.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "icon.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "manifest.webmanifest": '{"name":"Meridian"}',
    "sw.js": "self.addEventListener('fetch', () => {});",
    "sw-off.js": "self.registration.unregister();",
    "robots.txt": "User-agent: *\nAllow: /\n",
    "sitemap.xml": '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>',
    "calendar/all.ics": "BEGIN:VCALENDAR\r\nSUMMARY:naïve\r\nEND:VCALENDAR\r\n",
    "captions/talk.vtt": "WEBVTT\n\n00:00.000 --> 00:01.000\nnaïve\n",
    "app/meridian-0123456789abcdef.js": "export default 1;",
    "app/style-0123456789abcdef.css": STYLE,
    "app/meridian-0123456789abcdef.wasm": Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]),
    "icons/192.png": some("png"),
    "screenshots/one two.jpg": some("jpg"),
    "screenshots/a.webp": some("webp"),
    "screenshots/a.avif": some("avif"),
    "videos/talk.mp4": some("mp4"),
    "videos/talk.webm": some("webm"),
    "fonts/a.woff2": some("woff2"),
    "paper/handout.pdf": some("pdf"),
    _headers: HEADERS,
    _redirects: "",
    ".nojekyll": "",
  };
  for (const [path, content] of Object.entries(files)) {
    const file = join(dir, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    if (!/\.(html|json|svg|webmanifest|js|css|txt|xml|ics|vtt|wasm)$/.test(path)) continue;
    writeFileSync(`${file}.br`, brotliCompressSync(content));
    writeFileSync(`${file}.gz`, gzipSync(content));
  }
  // A host has put others in the place of these two, and has left what was compressed beside the first ones.
  writeFileSync(join(dir, "agenda.json"), JSON.stringify({ format: 1, title: "Another ".repeat(500) }));
  writeFileSync(join(dir, "sw.js"), files["sw-off.js"].repeat(50));
}
