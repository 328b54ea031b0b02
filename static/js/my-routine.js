// The page of the reader's own routine: the exercises that were collected, or those of a link that somebody shared.
import { element, say } from "./element.js";
import { loaded } from "./exercise-pages.js";
import { counted } from "./numbers.js";
import { collect, collected, MOST, moved, only, shared, whenCollected } from "./routine-list.js";
import { exercises, fromLink, inWords, missing, nothingKept, nothingYet } from "./routine-parts.js";
import { sharing, small } from "./routine-sharing.js";

const place = document.querySelector(".my-routine");
const signs = document.querySelector(".my-routine__before");
const status = element("p", { class: "my-routine__status", role: "status" });
const undo = element("span", {});
const content = element("div", { class: "my-routine__content" });
const pages = new Map();
let turns = 0;

document.querySelector(".my-routine__unscripted").remove();
place.append(element("div", { class: "my-routine__told" }, status, undo), content);
show();
whenCollected(show);
addEventListener("hashchange", () => {
  if (!location.hash || shared(location.hash)) show();
});

async function show() {
  const turn = ++turns;
  const link = shared(location.hash);
  const slugs = link ? link.slugs : collected();
  if (slugs.some(slug => !pages.has(slug))) content.replaceChildren(element("p", {}, "Getting your exercises…"));
  const found = await Promise.all(slugs.map(page));
  if (turn !== turns) return;
  if (link) showShared(found, link.dropped);
  else showOwn(renamed(slugs, found), found);
}

async function page(slug) {
  if (!pages.has(slug)) pages.set(slug, await loaded(slug));
  const found = pages.get(slug);
  if (found.failed) pages.delete(slug);
  return found;
}

// The list with the new names of exercises that have moved.
function renamed(slugs, found) {
  const now = only(found.map(({ slug }) => slug));
  if (now.join() !== slugs.join() && collect(now)) dispatchEvent(new Event("my-routine"));
  return now;
}

function showOwn(slugs, found) {
  if (!slugs.length) return content.replaceChildren(collect([]) ? nothingYet() : nothingKept());
  const without = (...gone) => slugs.filter(slug => !gone.includes(slug));
  const lost = found.filter(({ lost }) => lost).map(({ slug }) => slug);
  const empty = small("Empty my routine", () => change([], "Your routine is empty.", slugs));
  const forget = small("Take them out of my routine", () =>
    change(without(...lost), "They are no longer in your routine.", slugs),
  );
  const does = slug => ({
    up: () => move(slugs, slug, -1),
    down: () => move(slugs, slug, 1),
    remove: () => change(without(slug), `${titleOf(slug)} is no longer in your routine.`, slugs),
  });
  const programs = found.filter(({ program }) => program);
  fill([
    ...exercises("Your exercises", programs, place.dataset, does),
    ...missing(found, show, forget),
    sharing(
      programs.map(({ slug }) => slug),
      tell,
      empty,
    ),
  ]);
}

function showShared(found, dropped) {
  const programs = found.filter(({ program }) => program);
  const slugs = programs.map(({ slug }) => slug);
  const own = collected();
  const take = list => change(list, `Your routine now holds ${counted(list.length, "exercise")}.`, own, leave);
  const choices = own.length
    ? [
        small("Add these to my routine", () => take(only([...own, ...slugs]))),
        small(`Replace my routine (${counted(own.length, "exercise")})`, () => take(slugs)),
      ]
    : [small("Keep as my routine", () => take(slugs))];
  const note = dropped ? `The link holds more exercises than we can show: these are the first ${MOST}.` : "";
  fill([
    fromLink(slugs.length ? choices : [], note, event => {
      event.preventDefault();
      leave();
      show();
    }),
    ...exercises("The exercises", programs, place.dataset),
    ...missing(found, show),
    sharing(slugs, tell),
  ]);
}

// From the link to the page itself.
function leave() {
  history.pushState(null, "", location.pathname);
}

// The signs to stop stand before everything that can be done.
function fill(parts) {
  const first = parts.findIndex(part => part.matches(".timer-start"));
  signs.hidden = false;
  content.replaceChildren(...(first < 0 ? parts : [...parts.slice(0, first), signs, ...parts.slice(first)]));
}

function tell(words, back = null) {
  say(status, words);
  undo.replaceChildren(...(back ? [back] : []));
}

// Keeps *slugs* in place of *was*, says so, and offers the way back. *kept* is done once they are kept.
async function change(slugs, words, was, kept = () => null) {
  if (!collect(slugs)) return tell("Your browser does not let this site keep your routine.");
  kept();
  dispatchEvent(new Event("my-routine"));
  const back = small("Undo", () => change(was, "Your routine is as it was.", slugs));
  tell(words, back);
  await show();
  back.focus();
}

async function move(slugs, slug, by) {
  const from = slugs.indexOf(slug);
  await change(
    moved(slugs, from, from + by),
    `${titleOf(slug)} is now number ${from + by + 1} of ${slugs.length}.`,
    slugs,
  );
  const item = content.querySelector(`[data-slug="${slug}"]`);
  const press = name => item?.querySelector(`[data-does="${name}"]:enabled`);
  (by < 0 ? (press("Move up") ?? press("Move down")) : (press("Move down") ?? press("Move up")))?.focus();
}

const titleOf = slug => pages.get(slug)?.program?.title ?? inWords(slug);
