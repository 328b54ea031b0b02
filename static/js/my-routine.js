// The page of the reader's own routine: the exercises that were collected, or those of a link that somebody shared.
import { button, element, say } from "./element.js";
import { loaded } from "./exercise-pages.js";
import { routineCard } from "./routine-card.js";
import { collect, collected, linkTo, MOST, moved, only, routinePage, shared, whenCollected } from "./routine-list.js";
import { showStart } from "./timer.js";
import { counted } from "./timer-words.js";

const place = document.querySelector(".my-routine");
const before = document.querySelector(".my-routine__before");
const pages = new Map();
let turns = 0;
const status = element("p", { class: "my-routine__status", role: "status" });
const undo = element("span", {});
const content = element("div", { class: "my-routine__content" });

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
  if (link) showShared(link, found);
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
  if (now.join() !== slugs.join()) collect(now);
  return now;
}

function showOwn(slugs, found) {
  if (!slugs.length) return content.replaceChildren(...emptyWords());
  const programs = found.filter(({ program }) => program);
  const does = slug => ({
    up: () => move(slugs, slug, -1),
    down: () => move(slugs, slug, 1),
    remove: () => change(slugs.filter(other => other !== slug), `${titleOf(slug)} is no longer in your routine.`, slugs),
  });
  const empty = small("Empty my routine", () => change([], "Your routine is empty.", slugs));
  const lost = found.filter(({ lost }) => lost).map(({ slug }) => slug);
  const forget = small("Take them out of my routine", () =>
    change(slugs.filter(slug => !lost.includes(slug)), "They are no longer in your routine.", slugs),
  );
  fill(programs, [start(programs), list("Your exercises", programs, does), missing(found, forget), tools(programs, empty)]);
}

function emptyWords() {
  const exercises = element("a", { href: new URL("../exercises/", routinePage()).href }, "exercises");
  return collect([])
    ? [element("p", {}, "Your routine is empty. Every page of the ", exercises, " has a button that adds it.")]
    : [element("p", {}, "Your browser does not let this site keep a routine. A routine from a link can be used all the same.")];
}

function showShared({ slugs, dropped }, found) {
  const programs = found.filter(({ program }) => program);
  const own = collected();
  const sound = programs.map(({ slug }) => slug);
  const taken = words => list => {
    history.replaceState(null, "", location.pathname);
    change(list, words, own);
  };
  const keepIt = taken(`Your routine now holds ${counted(sound.length, "exercise")}.`);
  const both = only([...own, ...sound]);
  const addIt = taken(`Your routine now holds ${counted(both.length, "exercise")}.`);
  const choices = own.length
    ? [
        small("Add these to my routine", () => addIt(both)),
        small(`Replace my routine (${counted(own.length, "exercise")})`, () => keepIt(sound)),
      ]
    : [small("Keep as my routine", () => keepIt(sound))];
  const banner = element(
    "section",
    { class: "my-routine__shared", "aria-labelledby": "my-routine-shared" },
    element("h2", { id: "my-routine-shared" }, "A routine from a link"),
    element("p", {}, "You opened a link to these exercises. Whoever made it chose them, and may not know your health. They are not kept on this device until you say so."),
    dropped ? element("p", {}, `The link holds more exercises than we can show: these are the first ${MOST}.`) : null,
    element("div", { class: "my-routine__buttons" }, sound.length ? choices : null),
    element("p", {}, element("a", { href: routinePage().pathname, onclick: leave }, "Show my own routine")),
  );
  fill(programs, [start(programs), list("The exercises", programs), missing(found), tools(programs)], banner);
}

function leave(event) {
  event.preventDefault();
  history.pushState(null, "", location.pathname);
  show();
}

function fill(programs, parts, above = null) {
  before.hidden = false;
  content.replaceChildren(...[above, programs.length ? before : null, ...parts].filter(Boolean));
}

// Keeps *slugs* in place of *was*, says so, and offers the way back.
async function change(slugs, words, was) {
  if (!collect(slugs)) return say(status, "Your browser does not let this site keep your routine.");
  dispatchEvent(new Event("my-routine"));
  say(status, words);
  const back = small("Undo", () => change(was, "Your routine is as it was.", slugs));
  undo.replaceChildren(back);
  await show();
  back.focus();
}

async function move(slugs, slug, by) {
  const from = slugs.indexOf(slug);
  const words = `${titleOf(slug)} is now number ${from + by + 1} of ${slugs.length}.`;
  await change(moved(slugs, from, from + by), words, slugs);
  const item = content.querySelector(`[data-slug="${slug}"]`);
  const [same, other] = by < 0 ? ["Move up", "Move down"] : ["Move down", "Move up"];
  const press = name => item?.querySelector(`[data-does="${name}"]`);
  (press(same)?.disabled ? press(other) : press(same))?.focus();
}

const small = (words, does) => button(words, does, { class: "my-routine__button" });
const titleOf = slug => pages.get(slug)?.program?.title ?? plain(slug);
const plain = slug => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll("-", " ");

function start(programs) {
  if (!programs.length) return null;
  const box = element("div", { class: "timer-start", "data-help": place.dataset.help, "data-help-href": place.dataset.helpHref });
  const stations = programs.flatMap(({ program }) => program.stations);
  showStart(box, [{ program: { title: "My routine", times: 1, stop_if: programs[0].program.stop_if, stations } }]);
  return box;
}

function list(title, programs, does = () => null) {
  if (!programs.length) return null;
  const cards = programs.map(({ slug, program }, index) => routineCard(program, index + 1, programs.length, does(slug)));
  return element(
    "section",
    { "aria-labelledby": "my-routine-list" },
    element("h2", { id: "my-routine-list" }, title),
    element("ol", { class: "my-routine__list" }, cards),
  );
}

// What could not be shown, by name.
function missing(found, forget = null) {
  const names = which => found.filter(which).map(({ slug }) => plain(slug));
  const [lost, failed] = [names(({ lost }) => lost), names(({ failed }) => failed)];
  if (!lost.length && !failed.length) return null;
  return element(
    "div",
    { class: "my-routine__missing" },
    lost.length ? element("p", {}, `Not on this site, and left out: ${lost.join(", ")}.`) : null,
    lost.length ? forget : null,
    failed.length
      ? element("p", {}, `Could not be reached just now: ${failed.join(", ")}. Pages that you have visited can be read without a network.`)
      : null,
    failed.length ? small("Try again", show) : null,
  );
}

function tools(programs, empty = null) {
  const link = linkTo(programs.map(({ slug }) => slug));
  const input = element("input", { class: "my-routine__link", type: "text", readonly: true, value: link, id: "my-routine-link" });
  const copy = async () => {
    input.select();
    const copied = await navigator.clipboard?.writeText(link).then(() => true, () => false);
    say(status, copied ? "The link is copied." : "The link is marked: copy it from the field.");
  };
  const share = () => navigator.share({ title: "My routine", url: link }).catch(() => null); // a reader may change their mind
  return element(
    "section",
    { class: "my-routine__tools", "aria-labelledby": "my-routine-tools" },
    element("h2", { id: "my-routine-tools" }, "Print or share"),
    element("div", { class: "my-routine__buttons" }, small("Print", () => print()), empty),
    element("label", { for: "my-routine-link" }, "The link to this routine. It holds the names of the exercises and nothing about you."),
    input,
    element(
      "div",
      { class: "my-routine__buttons" },
      small("Copy the link", copy),
      navigator.share ? small("Share the link", share) : null,
    ),
  );
}

// On paper the steps are all there.
for (const [event, open] of [["beforeprint", true], ["afterprint", false]]) {
  addEventListener(event, () => {
    for (const details of content.querySelectorAll("details")) {
      if (open) details.dataset.open = String(details.open);
      details.open = open || details.dataset.open === "true";
    }
  });
}
