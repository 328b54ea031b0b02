// What the timer is made of: its dialog, and by name the parts that change.
import { button, element } from "./element.js";

// *does* holds what the buttons do, and the form of the settings.
export function madeOf(does) {
  const enabled = work => event => (event.currentTarget.getAttribute("aria-disabled") === "true" ? null : work());
  const line = (name, settings) => element("p", { class: name, ...settings });
  const small = (words, work, settings) => button(words, work, { class: "timer__small", ...settings });
  const parts = {
    where: line("timer__where"),
    toggle: small("Settings", does.settings, { "aria-expanded": "false", "aria-controls": "timer-settings" }),
    stop: small("Stop", does.stop, { class: "timer__small timer__stop" }),
    progress: element("progress", { class: "timer__progress", "aria-label": "Exercises done" }),
    title: element("h2", { class: "timer__title", id: "timer-title", tabindex: "-1" }),
    ring: ringed(),
    seconds: line("timer__seconds", { role: "timer" }),
    status: element("p", { class: "visually-hidden", role: "status" }),
    state: line("timer__state"),
    count: line("timer__count"),
    side: line("timer__side"),
    next: line("timer__next"),
    details: element("div", {
      class: "timer__panel timer__details",
      tabindex: "0",
      role: "region",
      "aria-label": "Cautions and steps",
    }),
    settings: element("div", { class: "timer__panel", id: "timer-settings", hidden: true }, does.form),
    again: small("", does.again),
    longer: small("", does.longer),
    skipExercise: small("Skip this exercise", does.skipExercise),
    back: button("Back", enabled(does.back), { class: "timer__button" }),
    primary: button("", does.primary, { class: "timer__button timer__button--primary" }),
    skip: button("Skip", enabled(does.skip), { class: "timer__button" }),
  };
  const { title, state, count, side, next, status } = parts;
  parts.settings.append(small("Back to the exercise", does.settings));
  parts.dial = element("div", { class: "timer__dial" }, parts.ring.parentNode, parts.seconds);
  parts.dialog = element(
    "dialog",
    { class: "timer", "aria-labelledby": title.id },
    element("div", { class: "timer__top" }, parts.where, parts.toggle, parts.stop, parts.progress),
    element("div", { class: "timer__clock" }, title, parts.dial, state, count, side, next, status),
    parts.details,
    parts.settings,
    element(
      "div",
      { class: "timer__controls" },
      element("div", { class: "timer__extras" }, parts.again, parts.longer, parts.skipExercise),
      element("div", { class: "timer__buttons" }, parts.back, parts.primary, parts.skip),
    ),
  );
  return parts;
}

// A ring that empties; the number in its middle says the same.
function ringed() {
  const SVG = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", "0 0 100 100");
  drawing.setAttribute("aria-hidden", "true");
  drawing.setAttribute("class", "timer__ring");
  const [whole, rest] = ["timer__whole", "timer__rest"].map(name => {
    const circle = document.createElementNS(SVG, "circle");
    for (const [key, value] of Object.entries({ cx: 50, cy: 50, r: 45, pathLength: 1, class: name })) {
      circle.setAttribute(key, value);
    }
    return circle;
  });
  drawing.append(whole, rest);
  return rest;
}
