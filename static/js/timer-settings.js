// The reader's choices for the timer: kept on the device, and a form to change them.
import { DEFAULTS } from "./clockwork.js";
import { element, say } from "./element.js";
import { keep, kept } from "./kept.js";
import { time } from "./numbers.js";
import { ownVoice } from "./timer-cues.js";

const NAME = "timer";
const CUES = { sound: false, voice: false, vibration: false };
const CHOICES = { hold: [0.5, 0.75, 1, 1.5, 2, 3, 5, 10], ready: [1, 2, 3, 4, 6, 10] };
const READY_SECONDS = 5;

// What was chosen before; whatever else stands there is left alone.
export function choices() {
  const found = kept(NAME);
  const chosen = { ...DEFAULTS, ...CUES };
  for (const name of Object.keys(chosen)) {
    const value = found?.[name];
    if (name in CHOICES ? CHOICES[name].includes(value) : typeof value === "boolean") chosen[name] = value;
  }
  return chosen;
}

// The form. *changed* is called each time that one of the choices in *chosen* changes.
export function settingsForm(chosen, changed) {
  const note = element("p", { class: "timer-settings__note" }, "Kept on this device only.");
  const choose = (name, value) => {
    chosen[name] = value;
    if (!keep(NAME, chosen)) say(note, "Your browser does not let this site keep your choices for next time.");
    if (name === "voice" && value && !ownVoice()) say(note, "Your device has no voice of its own for this language.");
    changed();
  };
  const box = (name, words) => ticked({ checked: chosen[name], words, change: on => choose(name, on) });
  const pace = (timed, words) =>
    ticked({
      type: "radio",
      name: "timer-pace",
      checked: chosen.timed === timed,
      words,
      change: () => choose("timed", timed),
    });
  const list = (name, words, options) =>
    element(
      "label",
      { class: "timer-settings__list" },
      element("span", {}, words),
      element(
        "select",
        { onchange: event => choose(name, options[event.target.selectedIndex][0]) },
        options.map(([value, text]) => element("option", { selected: value === chosen[name] }, text)),
      ),
    );

  if ("speechSynthesis" in window) speechSynthesis.getVoices(); // browsers begin to look for voices when first asked
  return element(
    "div",
    { class: "timer-settings" },
    group(
      "Pace",
      pace(true, "With the clock"),
      pace(false, "Take your time: no clock, you say when each part is done"),
      box("onward", "With the clock, go on to the next exercise by itself"),
    ),
    group(
      "Times",
      list(
        "hold",
        "Holds and rests",
        CHOICES.hold.map(value => [value, asLong(value)]),
      ),
      list(
        "ready",
        "Getting ready and changing sides",
        CHOICES.ready.map(value => [value, time(value * READY_SECONDS)]),
      ),
      list("larger", "Where our source gives a range", [
        [false, "The smaller number"],
        [true, "The larger number"],
      ]),
    ),
    group(
      "When something changes",
      box("sound", "Play a tone"),
      "speechSynthesis" in window ? box("voice", "Say it, with the voice of your device") : null,
      "vibrate" in navigator ? box("vibration", "Vibrate, if your device can") : null,
    ),
    note,
  );
}

const group = (title, ...children) => element("fieldset", {}, element("legend", {}, title), children);

function ticked({ type = "checkbox", name, checked, words, change }) {
  const input = element("input", { type, name, checked, onchange: () => change(input.checked) });
  return element("label", { class: "timer-settings__box" }, input, element("span", {}, words));
}

function asLong(times) {
  if (times === 1) return "As long as our source says";
  if (times === 0.5) return "Half as long";
  return times === 0.75 ? "Three quarters as long" : `${times} times as long`;
}
