// The service worker, which a site serves as sw.js: it keeps one version of the site on the
// visitor's device, so that every page opens at once and without network. A version is whole or
// not there: it is fetched and proved before anything is kept, waits until the visitor wants it,
// and takes only older versions of this very site away.

// `meridian build` puts the manifest of the site in place of this text:
// { version, shell: "404.html", files: { "path below the scope": "sha256-…" } }.
const MANIFEST = "__MERIDIAN_MANIFEST__";
const { version, shell, files } = MANIFEST;

const SCOPE = self.registration.scope;
// Several sites may share an origin and with it the list of caches; the space ends the scope, so
// that the site at /a/ never takes what is of /a/b/ for its own.
const OURS = `meridian ${new URL(SCOPE).pathname} `;
const CACHE = OURS + version;
const AGENDA = "agenda.json";
const FETCHED = "x-meridian-fetched";
// Milliseconds after which the visitor gets what is kept, while the network goes on trying.
const PATIENCE = 4000;
// Pages and pictures kept beside the listed files; more than an event needs, and an end for hosts
// that have a whole web site under our scope.
const ROOM = 400;

// A folder's page is asked for by the folder, whatever its file is called.
const place = (path) => path.replace(/(^|\/)index\.html$/, "$1");
const listed = new Set(Object.keys(files).map(place));
const app = Object.keys(files).find((path) => path.endsWith(".wasm"));

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const answer = answerTo(event);
  if (answer) event.respondWith(answer);
});
self.addEventListener("message", (event) => {
  const { type, url } = event.data ?? {};
  if (type === "use") event.waitUntil(self.skipWaiting());
  if (type === "keep") event.waitUntil(keepShown(url).catch(quiet));
});

// Everything is fetched before the first file is kept: one that is missing or is not what the
// build made, as in a deploy half-way, fails the install, and the old version stays.
async function install() {
  const proved = Object.entries(files).map(async ([path, integrity]) => {
    const response = clean(await fetch(SCOPE + path, { integrity, cache: "no-cache" }));
    return [place(path), path === shell ? await settle(response) : response];
  });
  const agenda = readAgenda(SCOPE + AGENDA).then(({ copy }) => [AGENDA, copy]);
  const all = await Promise.all([...proved, agenda]);
  const cache = await caches.open(CACHE);
  await Promise.all(all.map(([path, response]) => cache.put(SCOPE + path, response)));
}

// The hash has proved the body. A host may still have redirected (x/index.html to x/), which a
// browser refuses as the answer to a navigation, or have served 404.html with its own status.
function clean(response) {
  if (response.ok && !response.redirected) return response;
  return new Response(response.body, { headers: response.headers });
}

// The shell looks for the site's base in the folders above its address, which takes a network. We
// know it.
async function settle(response) {
  const base = new URL(SCOPE).pathname.replaceAll("&", "&amp;");
  const text = (await response.text()).replace('data-base=""', () => `data-base="${base}"`);
  return new Response(text, { headers: response.headers });
}

async function activate() {
  const older = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(older.map(inheritAgenda));
  await Promise.all(older.map((name) => caches.delete(name)));
  // On the first visit the page that brought us has everything in memory; claimed by us, it keeps
  // its agenda and its pictures with us from now on. Later a page without a worker is one whose
  // visitor forced a reload past us, and they get their will.
  if (older.length === 0) await self.clients.claim();
}

// While this version waited, the older one went on fetching the agenda.
async function inheritAgenda(name) {
  const theirs = await (await caches.open(name)).match(SCOPE + AGENDA);
  const fetched = (response) => Date.parse(response?.headers.get(FETCHED)) || 0;
  if (fetched(theirs) > fetched(await kept(AGENDA))) await put(AGENDA, theirs);
}

// What we answer a request with. Nothing at all leaves it to the browser: videos, which come in
// ranges, what is there to download, and whatever belongs to others.
function answerTo(event) {
  const { request } = event;
  const path = pathOf(request.url);
  if (path === undefined || request.method !== "GET" || request.headers.has("range")) return undefined;
  if (path === AGENDA) return inTime(event, freshAgenda(event), AGENDA);
  if (request.mode === "navigate" && isPage(path)) return page(event, path);
  if (path.startsWith("app/") || listed.has(path)) return file(event, path);
  if (request.destination === "image") return picture(event);
  return undefined;
}

// The path below the scope, without query; nothing for an address outside.
function pathOf(address) {
  const [bare] = String(address).split(/[?#]/);
  return bare.startsWith(SCOPE) ? place(bare.slice(SCOPE.length)) : undefined;
}

// A file to look at or to download, as slides.pdf, has an ending that no page has.
function isPage(path) {
  return !/\.(?!html$)[^/]*$/.test(path);
}

// A page that is kept is of this version, as is the app it starts, so there is nothing to ask the
// network for: what changes between versions is the agenda. The shell starts the app anywhere.
async function page(event, path) {
  return (await kept(path)) ?? inTime(event, freshPage(event, path), shell);
}

async function freshPage(event, path) {
  // The browser's own cache may hold a page of an older version.
  const response = await fetch(event.request, { cache: "no-cache" });
  if (response.status >= 500) throw new Error(`The host answers ${response.status}`);
  event.waitUntil(keepPage(path, response.clone()).catch(quiet));
  return response;
}

// Keeps a page if it starts the app of this version. A page of the next one would need files that
// we do not hold; a page of something else that lives below our scope is none of our business.
async function keepPage(path, response) {
  const starts = response.ok && (await response.clone().text()).includes(app);
  if (starts) await keep(path, response);
}

// The page that the visitor saw before there was a worker.
async function keepShown(url) {
  const path = pathOf(url);
  if (path === undefined || !isPage(path) || (await kept(path))) return;
  await keepPage(path, await fetch(SCOPE + path, { cache: "no-cache", redirect: "error" }));
}

async function freshAgenda(event) {
  const { response, copy } = await readAgenda(event.request);
  event.waitUntil(put(AGENDA, copy).catch(quiet));
  return response;
}

// The agenda from the network, and a copy that says when that was. What is no JSON, as a host's
// error page or half a file, must not take the place of one that can be read.
async function readAgenda(request) {
  const response = await fetch(request, { cache: "no-cache" });
  if (!response.ok) throw new Error(`The host answers ${response.status}`);
  const text = await response.clone().text();
  JSON.parse(text);
  const headers = new Headers(response.headers);
  headers.set(FETCHED, headers.get("date") ?? new Date().toUTCString());
  return { response, copy: new Response(text, { headers }) };
}

// A name in app/ stands for the same bytes for ever.
async function file(event, path) {
  return (await kept(path)) ?? fetchAndKeep(event, path);
}

// A picture of the host has a name that may come to stand for another one: network first.
async function picture(event) {
  const path = event.request.url.slice(SCOPE.length);
  return fetchAndKeep(event, path).catch(async (error) => (await kept(path)) ?? Promise.reject(error));
}

async function fetchAndKeep(event, path) {
  const response = await fetch(event.request);
  if (response.status === 200) event.waitUntil(keep(path, clean(response.clone())).catch(quiet));
  return response;
}

// What the network brings within our patience, else what is kept at `path`, else what the network
// says in the end. In any case what it brings is kept for the next time.
async function inTime(event, fresh, path) {
  event.waitUntil(fresh.catch(quiet));
  const late = new Promise((_, reject) => setTimeout(reject, PATIENCE));
  try {
    return await Promise.race([fresh, late]);
  } catch {
    return (await kept(path)) ?? fresh.catch(() => fetch(event.request));
  }
}

async function kept(path) {
  return (await caches.open(CACHE)).match(SCOPE + path);
}

async function put(path, response) {
  await (await caches.open(CACHE)).put(SCOPE + path, response);
}

async function keep(path, response) {
  const cache = await caches.open(CACHE);
  if ((await cache.keys()).length < ROOM) await cache.put(SCOPE + path, response);
}

// Keeping is a kindness: where there is no room for it, the network still serves.
function quiet() {}
