// Keeps the field pages and their files, so that they open without a signal. Never a person's data:
// whatever is not on this list goes to the network and is not kept.
const kept = {{ kept|safe }};
const fresh = (url) => new Request(url, { cache: "reload" });

self.addEventListener("install", (event) => {
  const fill = async () => (await caches.open(kept.cache)).addAll([...kept.pages, ...kept.files].map(fresh));
  event.waitUntil(fill().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const clean = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith("jurdil-") && name !== kept.cache);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(clean());
});

self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  const known = kept.pages.includes(pathname) || kept.files.includes(pathname);
  if (event.request.method !== "GET" || origin !== self.location.origin || !known) return;
  const answer = async () => {
    const cache = await caches.open(kept.cache);
    return (await cache.match(pathname, { ignoreVary: true })) || fetch(event.request);
  };
  event.respondWith(answer());
});

// Where browsers offer it, the signal coming back wakes the open pages.
self.addEventListener("sync", (event) => {
  const wake = async () => {
    for (const page of await self.clients.matchAll({ includeUncontrolled: true })) page.postMessage("kirim");
  };
  event.waitUntil(wake());
});
