// An exercise in the timer. Before it starts, all that a card says, in the order of a card. While it runs, what to stop
// at and the steps stand first, and the rest below them: who lies on the floor cannot turn pages.
import { element } from "./element.js";
import { stationOf } from "./timer-words.js";

export function stationParts(state, help) {
  const { figure, setting, note, ask_first, cautions, steps, feel, dose } = stationOf(state);
  const signs = state.program.stop_if;
  const way = [
    element("h3", { class: "timer__heading" }, "Steps"),
    list("ol", steps),
    feel ? element("p", {}, label("Where you feel it: "), feel) : null,
    element("p", { class: "timer__dose" }, dose),
  ];
  const before = [
    ask_first.length ? caution(label("Ask a professional first if "), `${ask_first.join("; or ")}.`) : null,
    cautions.length ? caution(list("ul", cautions)) : null,
    signs.length ? caution(label("Do not start, and stop, if"), list("ul", signs), helpLink(help)) : null,
  ];
  const first = [note ? element("p", {}, label(note)) : null, element("p", { class: "timer__setting" }, setting)];
  const drawing = figure ? picture(figure) : null;
  if (state.mode === "waiting") return known([...first, ...before, drawing, ...way]);
  const heading = element("h3", { class: "timer__heading" }, "Take care");
  const stop = signs.length ? caution(label("Stop if "), `${signs[0]}.`) : null;
  return known([...first, stop, drawing, ...way, before.some(Boolean) ? heading : null, ...before]);
}

// What the voice says before an exercise; the whole list of signs only before the first.
export function stationSpeech(words, state) {
  const { setting, ask_first, cautions, steps } = stationOf(state);
  const signs = state.past ? state.program.stop_if.slice(0, 1) : state.program.stop_if;
  return known([
    words,
    setting,
    ask_first.length ? `Ask a professional first if ${ask_first.join("; or ")}.` : "",
    ...cautions,
    signs.length ? `Do not start, and stop, if ${signs.join("; or ")}.` : "",
    ...steps,
  ]).join(" ");
}

export function farewell(help) {
  const link = helpLink(help);
  return known([
    element("p", { class: "timer__farewell" }, "You have come to the end."),
    link ? element("p", {}, "If something does not feel right: ", link) : null,
  ]);
}

const known = parts => parts.filter(Boolean);
const label = words => element("span", { class: "label" }, words);
const list = (name, items) =>
  element(
    name,
    {},
    items.map(item => element("li", {}, item)),
  );
const caution = (...parts) => element("div", { class: "timer__caution" }, parts);
const helpLink = ({ title, href }) => (href ? element("a", { href }, title) : null);
const picture = ({ href, width, height, alt }) =>
  element("img", { class: "timer__figure", src: href, width, height, alt });
