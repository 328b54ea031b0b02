// The way into the timer: a button for each program of a page. Nothing runs before the reader starts it.
import { wound } from "./clockwork.js";
import { button, element } from "./element.js";
import { openTimer } from "./timer-dialog.js";
import { cues } from "./timer-cues.js";
import { choices } from "./timer-settings.js";
import { stationOf } from "./timer-words.js";
import { wakeLock } from "./wake-lock.js";

const NOTE =
  "The timer leads you through, with a clock or without one, and waits for you before each exercise. " +
  "Sound, voice and vibration are off until you switch them on.";

const chosen = choices();
const device = { chosen, signs: cues(chosen), lit: wakeLock() };

// Fills *place* with the way into the timer for *programs*, each with its name: what the JSON of a page holds.
export function showStart(place, programs) {
  if (typeof HTMLDialogElement !== "function") return;
  const help = { title: place.dataset.help, href: place.dataset.helpHref };
  const buttons = programs.map(({ name, program }) => {
    const open = button(`Open the timer${name ? `: ${name}` : ""}`, () => opened(wound(program, chosen)), {
      class: "timer-start__button",
    });
    const resume = button("", () => opened(stopped), { class: "timer-start__resume", hidden: true });
    let stopped = null;

    function opened(state) {
      const from = document.activeElement;
      openTimer(state, device, help, last => {
        stopped = last;
        resume.hidden = last.mode === "done" || !last.past;
        resume.textContent = `Go on with ${stationOf(last).title}`;
        (from.isConnected && !from.hidden ? from : open).focus();
      });
    }

    return element("div", { class: "timer-start__program" }, open, resume);
  });
  place.replaceChildren(...buttons, element("p", { class: "timer-start__note" }, NOTE));
}

for (const place of document.querySelectorAll(".timer-start")) {
  const programs = [...document.querySelectorAll("script.program")].map(({ dataset, textContent }) => ({
    name: dataset.name,
    program: JSON.parse(textContent),
  }));
  if (programs.length) showStart(place, programs);
  for (const way of document.querySelectorAll(".timer-way")) {
    way.replaceChildren(element("a", { href: `#${place.id}` }, "Go to the timer"));
  }
}
