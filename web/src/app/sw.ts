/** The worker that keeps the shell, so that the page opens without a connection. Answers of the server are never kept. */
/// <reference lib="webworker" />
declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: { url: string; revision: string | null }[];
};

const manifest = self.__WB_MANIFEST;
const files = new Set(manifest.map((file) => new URL(file.url, self.location.origin).href));
/** What stands before a server that is away says so by these, on a page of its own. */
const AWAY = new Set([502, 503, 504]);
const shellName = nameOfTheShell();

/** The name follows the content: a new build never mixes with files of an older one. */
async function nameOfTheShell(): Promise<string> {
  const written = new TextEncoder().encode(JSON.stringify(manifest));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", written));
  return `shell-${[...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

async function keepTheShell(): Promise<void> {
  const cache = await caches.open(await shellName);
  // "reload" goes past the browser's own cache, where an older file of the same name may lie.
  await cache.addAll([...files].map((url) => new Request(url, { cache: "reload" })));
}

async function forgetOlderShells(): Promise<void> {
  const current = await shellName;
  const older = (await caches.keys()).filter((name) => name !== current);
  await Promise.all(older.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** The page as the server has it; where it is out of reach the kept one, which says so in plain words. */
async function page(request: Request): Promise<Response> {
  const answer = await fetch(request).catch(() => undefined);
  if (answer && !AWAY.has(answer.status)) return answer;
  return (await kept("/index.html")) ?? answer ?? Response.error();
}

async function kept(url: string): Promise<Response | undefined> {
  return (await caches.open(await shellName)).match(url);
}

// A new build waits until the last page of the old one is closed: nobody's page changes under their hands.
self.addEventListener("install", (event) => event.waitUntil(keepTheShell()));

self.addEventListener("activate", (event) => event.waitUntil(forgetOlderShells()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate") {
    event.respondWith(page(request));
  } else if (files.has(request.url)) {
    event.respondWith(kept(request.url).then((found) => found ?? fetch(request)));
  }
});

export {};
