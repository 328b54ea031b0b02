// On the page of saved pages: lists those that are kept on this device, and deletes them on request.
import { button, element } from "./element.js";

const section = document.querySelector(".saved-pages");
const place = section.querySelector(".saved-pages__delete");
const long = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" });
const ours = `healthsite:${section.dataset.scope}:`;

show();

async function show() {
  const pages = await keptPages().catch(() => undefined);
  if (!pages) return say("Your browser does not let this site save anything.");
  section.querySelector(".saved-pages__list").replaceChildren(...pages.map(entry));
  offerDeletion(pages.some(({ isEssential }) => !isEssential));
  section.hidden = pages.length === 0;
  const kept = new Set(pages.map(({ address }) => address));
  for (const link of document.querySelectorAll("main .link-list a")) {
    link.querySelector(".saved-pages__note")?.remove();
    if (kept.has(link.pathname)) link.append(noted("(saved)"));
  }
}

/** The kept pages, the last kept first, without the one that is shown in place of others. */
async function keptPages() {
  const pages = [];
  for (const name of await namesOf(/essentials|routine|visited/)) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const { headers } = await cache.match(request);
      const address = new URL(request.url).pathname;
      const title = decodeURIComponent(headers.get("x-kept-title"));
      const isEssential = name.startsWith(`${ours}essentials`);
      pages.push({ address, title, isEssential, day: new Date(headers.get("x-kept-at")) });
    }
  }
  const listed = pages.filter(({ address, title }) => title && address !== section.dataset.self);
  return listed.sort((one, other) => other.day - one.day);
}

async function namesOf(kinds) {
  return (await caches.keys()).filter(name => name.startsWith(ours) && kinds.test(name.slice(ours.length)));
}

function entry({ address, title, day }) {
  const words = new DOMParser().parseFromString(title, "text/html").body.textContent;
  const link = element("a", { href: address }, words.replace(` – ${section.dataset.site}`, ""));
  return element("li", {}, link, noted(`saved ${long.format(day)}`));
}

function noted(words) {
  return element("span", { class: "saved-pages__note" }, ` ${words}`);
}

function offerDeletion(isOffered) {
  const press = button("Delete the saved pages", async () => {
    const names = await namesOf(/^(?:visited|routine|pictures|search)$/);
    await Promise.all(names.map(name => caches.delete(name)));
    await show();
    say("The pages that you visited are deleted from this device.").focus();
  });
  place.replaceChildren(...(isOffered ? [press] : []));
}

function say(words) {
  place.textContent = words;
  place.tabIndex = -1;
  section.hidden = false;
  return place;
}
