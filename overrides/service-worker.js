// Keeps this handbook whole on the reader's device. hooks/offline.py writes above this what the build is: {id, handbook,
// files}, where files has the SHA-256 and the size of each file by its path from the site's top.
//
// One cache holds all: each file under its path and its version (the beginning of its hash, as pages ask for the files of
// quizzes), so that builds share what they have in common; ?build=<id>, the files of a build once it is whole; ?current, the
// id of the build in use; and ?tab=<client>, that of a tab which shows an older one, for it goes on with that one.
const { scope } = registration;
const NAME = `${build.handbook} ${scope}`;
const BUILD = `${scope}?build=`;
const CURRENT = `${scope}?current`;
const TAB = `${scope}?tab=`;
const VERSION = /^\?[0-9a-f]{12}$/;
const AT_ONCE = 6;

class Trouble extends Error {
  constructor(state, file) {
    super(state);
    this.told = { state, file };
  }
}

const keyOf = (path, files) => `${scope}${path}?${files[path].hash.slice(0, 12)}`;
// Unlike opening, this never makes a cache that the reader has had removed.
const find = (key) => caches.match(key, { cacheName: NAME });
const keys = async () => (await (await caches.open(NAME)).keys()).map(({ url }) => url);
const filesOf = async (id) => (id === build.id ? build.files : await (await find(BUILD + id))?.json());
const buildOf = async (client) => (await (await find(TAB + client))?.text()) ?? build.id;

const absent = async (files) => {
  const there = new Set(await keys());
  return Object.keys(files).filter((path) => !there.has(keyOf(path, files)));
};

const tell = async (message) => {
  for (const tab of await clients.matchAll({ includeUncontrolled: true, type: "window" })) tab.postMessage(message);
};

// A file as it was built: neither half of it, nor what a network's login page answers in its place.
const fetched = async (path) => {
  for (const cache of ["default", "reload"]) {
    const response = await fetch(keyOf(path, build.files), { cache });
    const bytes = await response.arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const hash = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const type = response.headers.get("content-type") ?? "application/octet-stream";
    // Not the response itself: one that was redirected may not answer a navigation.
    if (hash === build.files[path].hash) return new Response(bytes, { headers: { "content-type": type } });
  }
  throw new Trouble("damaged", path);
};

// Puts all that is missing into the cache. What an earlier try or another build left there is not fetched again.
const fill = async (progress) => {
  const all = Object.values(build.files).reduce((sum, { size }) => sum + size, 0);
  for (let missing; (missing = await absent(build.files)).length; ) {
    const store = await caches.open(NAME);
    let done = all - missing.reduce((sum, path) => sum + build.files[path].size, 0);
    const rest = missing.values();
    const carry = async () => {
      for (const path of rest) {
        const file = await fetched(path);
        // Browsers have different names for a device that is full, and nothing else stops a file that is here.
        await store.put(keyOf(path, build.files), file).catch(() => Promise.reject(new Trouble("storage")));
        done += build.files[path].size;
        progress({ state: "keeping", done, all });
      }
    };
    // All have ended before a failure counts, so that what else can be had is here for the next try.
    const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, carry));
    const failed = ended.find(({ status }) => status === "rejected");
    if (failed) throw failed.reason;
  }
  await (await caches.open(NAME)).put(BUILD + build.id, new Response(JSON.stringify(build.files)));
};

const trouble = (error) => (error instanceof Trouble ? error.told : { state: "network" });

// Removes what belongs to no build that is shown or may be shown next.
const tidy = async () => {
  if (registration.installing || registration.waiting || !(await caches.has(NAME))) return;
  const store = await caches.open(NAME);
  const all = await keys();
  const shown = new Set([build.id]);
  for (const key of all.filter((key) => key.startsWith(TAB))) {
    if (await clients.get(key.slice(TAB.length))) shown.add(await (await find(key))?.text());
    else await store.delete(key);
  }
  const wanted = new Set([CURRENT]);
  for (const id of shown) {
    const files = (await filesOf(id)) ?? {};
    for (const key of [BUILD + id, ...Object.keys(files).map((path) => keyOf(path, files))]) wanted.add(key);
  }
  for (const key of all) if (!key.startsWith(TAB) && !wanted.has(key)) await store.delete(key);
};

const answer = async ({ request, clientId }) => {
  const url = new URL(request.url);
  const opening = request.mode === "navigate";
  if (VERSION.test(url.search)) return (await find(url.href)) ?? fetch(request);
  const files = opening ? build.files : ((await filesOf(await buildOf(clientId))) ?? {});
  const path = url.href.split(/[?#]/)[0].slice(scope.length);
  // Hosts serve a folder's index.html, and some a page without its ending.
  const known = [path, path.replace(/(^|\/)$/, "$1index.html"), `${path}.html`].find((name) => Object.hasOwn(files, name));
  const kept = known && (await find(keyOf(known, files)));
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (error) {
    const lost = opening && (await find(keyOf("404.html", build.files)));
    if (!lost) throw error;
    return new Response(lost.body, { status: 404, headers: lost.headers });
  }
};

addEventListener("install", (event) => {
  // A reader who has the handbook goes on with what is kept, and need not hear how the next version comes in.
  const first = !registration.active;
  const failed = async (error) => {
    const message = trouble(error);
    if (first && message.state === "storage") await caches.delete(NAME);
    await tell(first ? message : { state: "late" });
    throw error;
  };
  event.waitUntil(fill(first ? tell : () => {}).catch(failed));
});

addEventListener("activate", (event) => {
  const begin = async () => {
    const store = await caches.open(NAME);
    const before = await (await find(CURRENT))?.text();
    for (const { id } of before ? await clients.matchAll() : []) {
      if (!(await find(TAB + id))) await store.put(TAB + id, new Response(before));
    }
    await store.put(CURRENT, new Response(build.id));
    await clients.claim();
    await tell({ state: "kept" });
    await tidy();
  };
  event.waitUntil(begin());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  event.respondWith(answer(event));
  if (request.mode === "navigate") event.waitUntil(tidy());
});

// What a page asks for: "state", whether its own build is whole; "keep", what is missing; "use", this build from now on.
addEventListener("message", (event) => {
  const { data, source } = event;
  const state = async () => {
    const files = await filesOf(await buildOf(source.id));
    source.postMessage({ state: files && !(await absent(files)).length ? "kept" : "offered" });
  };
  if (data === "state") event.waitUntil(state());
  if (data === "keep") event.waitUntil(fill(tell).then(() => tell({ state: "kept" }), (error) => tell(trouble(error))));
  if (data === "use") event.waitUntil(skipWaiting());
});
