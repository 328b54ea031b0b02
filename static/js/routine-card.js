// An exercise of the reader's routine, with its cautions before its steps, as on every other page.
import { button, element, hidden } from "./element.js";

// *does* holds what the buttons do: up, down and remove; without it, there are none.
export function routineCard(program, number, count, does) {
  const [station] = program.stations;
  const id = `exercise-${station.slug}`;
  return element(
    "li",
    { class: "my-routine__item", "data-slug": station.slug },
    element(
      "h3",
      { class: "my-routine__title", id },
      `${number}. `,
      element("a", { href: station.href }, station.title),
    ),
    element("p", { class: "my-routine__setting" }, station.setting),
    cautions(program),
    station.figure ? picture(station.figure) : null,
    element("p", { class: "my-routine__dose" }, station.dose),
    element("details", {}, element("summary", {}, "Steps", hidden(` of ${station.title}`)), steps(station)),
    does ? buttons(station.title, number, count, does) : null,
  );
}

function cautions({ stop_if: signs, stations: [station] }) {
  const label = words => element("span", { class: "label" }, words);
  const others = [", or you notice another of the ", element("a", { href: "#page-stop-signs" }, "signs to stop")];
  return element(
    "div",
    { class: "my-routine__cautions" },
    station.ask_first.length
      ? element("p", {}, label("Ask a professional first if "), `${station.ask_first.join("; or ")}.`)
      : null,
    station.cautions.length ? listed("ul", station.cautions) : null,
    signs.length
      ? element("p", {}, label("Do not start, and stop, if "), signs[0], signs.length > 1 ? others : null, ".")
      : null,
  );
}

function steps({ steps: all, feel }) {
  return [
    listed("ol", all),
    feel ? element("p", {}, element("span", { class: "label" }, "Where you feel it: "), feel) : null,
  ];
}

const listed = (name, items) =>
  element(
    name,
    {},
    items.map(item => element("li", {}, item)),
  );

const picture = ({ href, width, height, alt }) =>
  element("img", { class: "my-routine__figure", src: href, width, height, alt, loading: "lazy" });

function buttons(title, number, count, does) {
  const made = (does, words, off) =>
    button([words, hidden(`: ${title}`)], does, { class: "my-routine__button", "data-does": words, disabled: off });
  return element(
    "div",
    { class: "my-routine__buttons" },
    made(does.up, "Move up", number === 1),
    made(does.down, "Move down", number === count),
    made(does.remove, "Remove", false),
  );
}
