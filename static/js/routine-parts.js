// The parts of the page of the reader's routine: what there is to do, what could not be had, and other words.
import { element } from "./element.js";
import { routineCard } from "./routine-card.js";
import { routinePage } from "./routine-list.js";
import { buttons, small } from "./routine-sharing.js";
import { showStart } from "./timer.js";

export const inWords = slug => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll("-", " ");

// The way into the timer for all *programs*, and their cards; *does* gives the buttons of each.
export function exercises(title, programs, help, does = () => null) {
  if (!programs.length) return [];
  const cards = programs.map(({ slug, program }, at) => routineCard(program, at + 1, programs.length, does(slug)));
  return [
    start(programs, help),
    element(
      "section",
      { "aria-labelledby": "my-routine-list" },
      element("h2", { id: "my-routine-list" }, title),
      element("ol", { class: "my-routine__list" }, cards),
    ),
  ];
}

function start(programs, { help, helpHref }) {
  const box = element("div", { class: "timer-start", "data-help": help, "data-help-href": helpHref });
  const stations = programs.flatMap(({ program }) => program.stations);
  showStart(box, [{ program: { title: "My routine", times: 1, stop_if: programs[0].program.stop_if, stations } }]);
  return box;
}

// What could not be shown, by name. *again* tries once more; *forget* is a button that takes out what is not there.
export function missing(found, again, forget = null) {
  const lost = found.filter(({ lost }) => lost).map(({ slug }) => inWords(slug));
  const failed = found.filter(({ failed }) => failed).map(({ slug }) => inWords(slug));
  if (!lost.length && !failed.length) return [];
  const way = "Pages that you have visited can be read without a network.";
  return [
    element(
      "div",
      { class: "my-routine__missing" },
      lost.length ? element("p", {}, `Not on this site, and left out: ${lost.join(", ")}.`) : null,
      lost.length ? forget : null,
      failed.length ? element("p", {}, `Could not be reached just now: ${failed.join(", ")}. ${way}`) : null,
      failed.length ? small("Try again", again) : null,
    ),
  ];
}

export function nothingYet() {
  const all = element("a", { href: new URL("../exercises/", routinePage()).href }, "exercises");
  return element("p", {}, "Your routine is empty. Every page of the ", all, " has a button that adds it.");
}

export function nothingKept() {
  const words = "Your browser does not let this site keep a routine. A routine from a link can be used all the same.";
  return element("p", {}, words);
}

// What is said above a routine from a link, with what may be done with it.
export function fromLink(choices, note, leave) {
  const words =
    "You opened a link to these exercises. Whoever made it chose them, and may not know your health. " +
    "They are not kept on this device until you say so.";
  return element(
    "section",
    { class: "my-routine__shared", "aria-labelledby": "my-routine-shared" },
    element("h2", { id: "my-routine-shared" }, "A routine from a link"),
    element("p", {}, words),
    note ? element("p", {}, note) : null,
    buttons(...choices),
    element("p", {}, element("a", { href: routinePage().pathname, onclick: leave }, "Show my own routine")),
  );
}
