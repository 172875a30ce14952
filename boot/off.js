// The kill switch: served in place of sw.js, it ends what the service worker does. It deletes the
// caches of this site and of no other, unregisters, and loads the open pages again without us.
// Such a page registers sw.js anew at each load, which is this file: it comes and goes unnoticed,
// as it takes no page over.

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const ours = `meridian ${new URL(self.registration.scope).pathname} `;
  const names = (await caches.keys()).filter((name) => name.startsWith(ours));
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.registration.unregister();
  for (const client of await self.clients.matchAll({ type: "window" })) {
    // A page that is closing cannot be led anywhere, and need not be.
    client.navigate(client.url).catch(() => {});
  }
}
