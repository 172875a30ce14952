// Makes the site work offline: registers its service worker, looks for new versions, and tells the
// app of one by events on `window`; the app alone speaks to the visitor.
//
// - "meridian:version", from here: a new version is ready and waits.
// - "meridian:use-version", from the app: the visitor wants it; the page loads once more, with it.
//
// Other open tabs are not made to reload. They go on with the code they have, which is all in
// memory by then, and with the agenda, which every version reads; their next load brings the new
// version, and asking for it there is a plain reload.

const container = navigator.serviceWorker;
// Milliseconds between two looks for a new version in a page that stays open.
const PAUSE = 10 * 60 * 1000;

/**
 * Registers the worker for the site at `base`, a path that ends in `/`. Resolves when the worker is
 * at work; rejects where there can be none, or where it could not fetch the whole site.
 */
export async function start(base) {
  if (!container) throw new Error("This browser offers no service worker here");
  const registration = await container.register(`${base}sw.js`, { scope: base, updateViaCache: "none" });
  offerVersions(registration);
  lookForVersions(registration);
  const worker = await atWork(registration);
  // The first visit's page was loaded before there was a worker to keep it.
  worker.postMessage({ type: "keep", url: location.href });
}

/** Deletes the worker of the site at `base`, and all that it keeps. */
export async function deleteData(base) {
  const registration = await container?.getRegistration(base);
  await registration?.unregister();
  const ours = (await caches.keys()).filter((name) => name.startsWith(`meridian ${base} `));
  await Promise.all(ours.map((name) => caches.delete(name)));
}

function offerVersions(registration) {
  const offer = () => {
    // Without a controller this page runs no version that could be replaced.
    if (registration.waiting && container.controller) window.dispatchEvent(new CustomEvent("meridian:version"));
  };
  const follow = (worker) => {
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed") offer();
    });
  };
  offer();
  follow(registration.installing);
  registration.addEventListener("updatefound", () => follow(registration.installing));
  window.addEventListener("meridian:use-version", () => use(registration));
}

function use({ waiting }) {
  // Another tab has asked before: the new version is at work already.
  if (!waiting || !container.controller) return reload();
  // One and the same listener, however often the visitor asks: one reload.
  container.addEventListener("controllerchange", reload, { once: true });
  waiting.postMessage({ type: "use" });
}

function reload() {
  location.reload();
}

// The browser looks by itself when a page is loaded; this is for the tab that stays open for days.
function lookForVersions(registration) {
  let last = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - last < PAUSE) return;
    last = Date.now();
    registration.update().catch(() => {
      // No network, or half a deploy: the version at hand is fine until the next look.
    });
  });
}

// The worker that answers for this site, as soon as there is one. (`ready` would wait for ever for
// one that fails to install.)
function atWork(registration) {
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  return new Promise((resolve, reject) => {
    const look = () => {
      if (worker?.state === "activated") resolve(worker);
      else if (!worker || worker.state === "redundant") reject(new Error("The service worker could not be installed"));
    };
    look();
    worker?.addEventListener("statechange", look);
  });
}
