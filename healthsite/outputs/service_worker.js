// The service worker: keeps pages on the reader's device, and shows them when there is no network.
//
// The build writes one line in front of this text (healthsite/outputs/offline.py):
//
//   const SITE = { scope, offline, pages, release };
//
// `scope` is the path of the site. `pages` are kept from the start, and `release` changes with what is in them;
// `offline` is the one of them that stands in for a page that is not kept. A site without `pages` keeps nothing: then
// this worker takes away what an earlier one has kept, and then itself.
//
// Pages come from the network, because an old page about health can do harm. A kept copy is shown only where there is
// no network, or none that answers within PATIENCE; `<html data-kept>` then says since when it is kept, and
// js/offline.js tells the reader. Where a page is gone from the site, its copy goes as well.
//
// The names of files below assets/ change with their content: a kept one is never wrong, and pages of two releases
// never share a file that differs. Style sheets and scripts stay for as long as a kept page needs them. Only whole,
// good answers of the site itself are kept, and only so many.

const OURS = `healthsite:${SITE.scope}:`;
const ESSENTIALS = `${OURS}essentials:${SITE.release}`;
const ROUTINE = `${OURS}routine`;
const VISITED = `${OURS}visited`;
const ASSETS = `${OURS}assets`;
const PICTURES = `${OURS}pictures`;
const SEARCH = `${OURS}search`;
const WITH_PAGES = [ESSENTIALS, ROUTINE, VISITED]; // a page is in one of them at most
const MOST = { [ROUTINE]: 60, [VISITED]: 100, [ASSETS]: 200, [PICTURES]: 200, [SEARCH]: 300 };
const LARGEST = 500_000; // bytes of a picture or of a part of the search index
const PATIENCE = 4000; // milliseconds

const KEPT_AT = "x-kept-at";
const TITLE = "x-kept-title";
const PICTURE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;
const LASTING = /^assets\/|\.pf_\w+$/; // files whose names change with their content
const IN_ASSETS = new RegExp(`${SITE.scope}assets/[^\\s"',<>]+`, "g");
const LEADS_ON = /<meta http-equiv="refresh"/;

if (SITE.pages.length) {
  addEventListener("install", event => event.waitUntil(install()));
  addEventListener("activate", event => event.waitUntil(takeOver()));
  addEventListener("fetch", answer);
  addEventListener("message", event => event.waitUntil(listen(event.data ?? {})));
} else {
  addEventListener("install", () => skipWaiting());
  addEventListener("activate", event => event.waitUntil(leave()));
}

// From one release to the next

async function install() {
  for (const address of SITE.pages) {
    const response = await fetch(address, { cache: "no-cache" });
    if (!isPage(response)) throw new Error(`${address} cannot be kept: ${response.status}`);
    const html = await response.text();
    await Promise.all(filesOf(html).map(keepFile));
    await keepPage(ESSENTIALS, address, html, response.headers);
  }
  await skipWaiting();
}

async function takeOver() {
  const current = new Set([...WITH_PAGES, ...Object.keys(MOST)]);
  const names = (await caches.keys()).filter(name => name.startsWith(OURS) && !current.has(name));
  await Promise.all(names.map(name => caches.delete(name)));
  await clients.claim();
  await sweep();
}

async function leave() {
  const names = (await caches.keys()).filter(name => name.startsWith(OURS));
  await Promise.all(names.map(name => caches.delete(name)));
  await registration.unregister();
}

// What a page may say to the worker:
//   { visited: address, files: [address, …] }   this page came without the worker, with these files
//   { routine: [address, …] }                   the pages to keep for as long as they are in this list

let errands = Promise.resolve();

function listen({ visited, files = [], routine }) {
  const errand = visited ? () => keepFirst(visited, files) : routine ? () => keepRoutine(routine) : () => undefined;
  errands = errands.then(errand, errand);
  return errands;
}

async function keepFirst(visited, files) {
  await visit(addressOf(visited), await fetch(visited, { cache: "no-cache" }));
  await Promise.allSettled(files.map(addressOf).map(keepFile));
}

async function keepRoutine(listed) {
  const wanted = new Set(listed.map(addressOf).filter(Boolean).slice(0, MOST[ROUTINE]));
  const routine = await caches.open(ROUTINE);
  for (const address of wanted) {
    const holder = await holderOf(address);
    if (holder === VISITED) await move(address, VISITED, ROUTINE);
    if (!holder) await keepUnseen(address);
    const copy = await copyOf(address);
    if (copy) await Promise.allSettled(filesOf(await copy.text()).map(keepFile));
  }
  const former = (await routine.keys()).map(({ url }) => addressOf(url)).filter(address => !wanted.has(address));
  for (const address of former) await move(address, ROUTINE, VISITED);
  await trim(VISITED);
}

async function keepUnseen(address) {
  const response = await fetch(address, { cache: "no-cache" }).catch(nothingToKeep);
  if (response && isPage(response)) await keepPage(ROUTINE, address, await response.text(), response.headers);
}

async function move(address, from, to) {
  await put(to, address, await caches.match(address, { cacheName: from }));
  await (await caches.open(from)).delete(address);
}

// Requests

function answer(event) {
  const { request } = event;
  const address = addressOf(request.url);
  if (request.method !== "GET" || !address || request.headers.has("range")) return;
  const name = cacheFor(address);
  if (request.mode === "navigate" || /(?:\/|\.html)$/.test(address)) event.respondWith(page(event, address));
  else if (name && LASTING.test(below(address))) event.respondWith(lasting(event, name, address));
  else if (name) event.respondWith(changing(event, name, address));
}

async function page(event, address) {
  const network = fetch(event.request, { cache: "no-cache" });
  event.waitUntil(network.then(response => visit(address, response.clone()), nothingToKeep));
  const copy = await copyOf(address);
  const response = await inTime(network, copy);
  if (response && !(copy && response.status >= 500)) return response;
  if (event.request.mode !== "navigate") return copy ?? Response.error();
  if (copy && address === SITE.offline) return copy;
  if (copy) return marked(copy, `data-kept="${copy.headers.get(KEPT_AT)}"`, 200);
  const standIn = await copyOf(SITE.offline);
  return standIn ? marked(standIn, "data-missing", 503) : Response.error();
}

async function lasting(event, name, address) {
  const copy = await caches.match(address, { cacheName: name });
  if (copy && name === SEARCH) event.waitUntil(keep(name, address, copy.clone())); // the last used go last
  if (copy) return copy;
  const response = await fetch(event.request).catch(nothingToKeep);
  if (response) event.waitUntil(keep(name, address, response.clone()));
  return response ?? (await likeness(address)) ?? Response.error();
}

/** A kept copy of the same picture in another width or format: their names begin alike. */
async function likeness(address) {
  const stem = /^.*\/[0-9a-f]+-(?=\d+\.\w+$)/.exec(address)?.[0];
  const pictures = await caches.open(PICTURES);
  const key = stem && (await pictures.keys()).find(({ url }) => addressOf(url).startsWith(stem));
  return key && pictures.match(key);
}

async function changing(event, name, address) {
  const network = fetch(event.request);
  event.waitUntil(network.then(response => keep(name, address, response.clone()), nothingToKeep));
  const copy = await caches.match(address, { cacheName: name });
  return (await inTime(network, copy)) ?? copy ?? Response.error();
}

function nothingToKeep() {
  // There is no network: whoever asked is answered with a copy, or told.
}

/** The answer of the *network*; undefined where it gives none, or takes too long while there is a *copy*. */
async function inTime(network, copy) {
  const late = new Promise((_, reject) => copy && setTimeout(reject, PATIENCE));
  return Promise.race([network, late]).catch(() => undefined);
}

/** A kept page with a word for its scripts in its first tag. */
async function marked(copy, attribute, status) {
  const html = (await copy.text()).replace("<html", `<html ${attribute}`);
  return new Response(html, { status, headers: copy.headers });
}

// Keeping

async function visit(address, response) {
  if ([404, 410].includes(response.status)) {
    for (const name of WITH_PAGES) await (await caches.open(name)).delete(address);
  }
  if (!isPage(response)) return;
  const html = await response.text();
  const name = (await holderOf(address)) ?? VISITED;
  await keepPage(name, address, html, response.headers);
  await Promise.allSettled(filesOf(html).filter(file => cacheFor(file) === ASSETS).map(keepFile));
}

async function keepPage(name, address, html, sent) {
  const headers = new Headers(sent);
  for (const untrue of ["content-encoding", "content-length", "vary"]) headers.delete(untrue);
  headers.set(KEPT_AT, new Date().toISOString());
  headers.set(TITLE, LEADS_ON.test(html) ? "" : encodeURIComponent(/<title>([^<]*)/.exec(html)?.[1] ?? address));
  await put(name, address, new Response(html, { headers }));
  await trim(name);
}

/** Keeps a file, and what it imports, unless it is there. Fails where it cannot be had. */
async function keepFile(address) {
  const name = cacheFor(address);
  if (!name || (await caches.match(address, { cacheName: name }))) return;
  const response = await fetch(address);
  if (!isGood(response)) throw new Error(`${address} cannot be kept: ${response.status}`);
  const imports = importsOf(address, address.endsWith(".js") ? await response.clone().text() : "");
  await keep(name, address, response);
  await Promise.all(imports.map(keepFile));
}

async function keep(name, address, response) {
  const size = Number(response.headers.get("content-length"));
  if (!isGood(response) || (name !== ASSETS && size > LARGEST)) return;
  await put(name, address, response);
  await trim(name);
}

async function put(name, address, response) {
  const cache = await caches.open(name);
  try {
    await cache.put(address, response); // it stands last from now on
  } catch (error) {
    for (const full of [SEARCH, PICTURES, VISITED]) await dropFirst(full, MOST[full] / 4); // the device is full
    throw error;
  }
}

async function trim(name) {
  const over = (await (await caches.open(name)).keys()).length - (MOST[name] ?? Infinity);
  if (over > 0) await (name === ASSETS ? sweep() : dropFirst(name, over));
}

async function dropFirst(name, count) {
  const cache = await caches.open(name);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, count).map(key => cache.delete(key)));
}

/** Drops the style sheets and scripts that no kept page needs. */
async function sweep() {
  const assets = await caches.open(ASSETS);
  const needed = new Set();
  for (const name of WITH_PAGES) {
    const cache = await caches.open(name);
    for (const key of await cache.keys()) {
      for (const [file] of (await (await cache.match(key)).text()).matchAll(IN_ASSETS)) needed.add(file);
    }
  }
  for (const file of needed) {
    const script = file.endsWith(".js") && (await assets.match(file));
    if (script) importsOf(file, await script.text()).forEach(other => needed.add(other));
  }
  const keys = await assets.keys();
  await Promise.all(keys.filter(key => !needed.has(addressOf(key.url))).map(key => assets.delete(key)));
}

// Questions

function isGood(response) {
  return response.status === 200 && response.type === "basic";
}

function isPage(response) {
  return isGood(response) && /^text\/html\b/.test(response.headers.get("content-type"));
}

/** The path of an address of the site, by which its copy is kept; empty for all other addresses. */
function addressOf(href) {
  const { origin, pathname } = new URL(href, location);
  const ours = origin === location.origin && pathname.startsWith(SITE.scope);
  return ours ? pathname.replace(/\/index\.html$/, "/") : "";
}

/** An address without the path of the site. */
function below(address) {
  return address.slice(SITE.scope.length);
}

function cacheFor(address) {
  if (PICTURE.test(address)) return PICTURES;
  if (below(address).startsWith("assets/")) return ASSETS;
  return below(address).startsWith("pagefind/") ? SEARCH : "";
}

/** The copy of a page, also for an address that the host would complete with a slash. */
async function copyOf(address) {
  const written = WITH_PAGES.flatMap(cacheName => [address, `${address}/`].map(each => [each, { cacheName }]));
  const found = await Promise.all(written.map(([each, where]) => caches.match(each, where)));
  return found.find(Boolean);
}

async function holderOf(address) {
  for (const name of WITH_PAGES) if (await caches.match(address, { cacheName: name })) return name;
  return undefined;
}

/** The style sheets, scripts and pictures that a page loads from the site. */
function filesOf(html) {
  const tags = html.match(/<(?:img|link|script)\b[^>]*>/g) ?? [];
  const loading = tags.filter(tag => !tag.startsWith("<link") || /\srel="(?:stylesheet|icon)"/.test(tag));
  const drawn = [...html.matchAll(/"href":"([^"]+\.svg)"/g)].map(([, href]) => href); // in what a timer shows
  const written = [...loading.map(tag => /\s(?:src|href)="([^"]+)"/.exec(tag)?.[1]).filter(Boolean), ...drawn];
  return written.map(addressOf).filter(address => cacheFor(address));
}

function importsOf(address, script) {
  const names = script.matchAll(/^\s*(?:import|export)\b[^"';]*?["'](\.\/[\w.-]+\.js)["']/gm);
  return [...names].map(([, name]) => addressOf(new URL(name, new URL(address, location))));
}
