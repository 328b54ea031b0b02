// The timer on the screen: a dialog over the whole page, turned by the clockwork.
import {
  again,
  back,
  configured,
  counts,
  go,
  leftInAll,
  leftOf,
  lengthOf,
  longer,
  mayLast,
  offered,
  pause,
  phaseOf,
  progressOf,
  restarted,
  skip,
  skipExercise,
  tick,
} from "./clockwork.js";
import { button, element, say } from "./element.js";
import { cues } from "./timer-cues.js";
import { settingsForm } from "./timer-settings.js";
import { farewell, stationParts, stationSpeech } from "./timer-station.js";
import {
  announcement,
  clock,
  countWords,
  counted,
  exerciseWords,
  nextWords,
  stateWords,
  stationOf,
  time,
} from "./timer-words.js";
import { wakeLock } from "./wake-lock.js";

const SLEPT = 15000; // milliseconds in which a page that is looked at stood still: the device must have been asleep
const HURRY = 500; // milliseconds after a change in which a press was meant for what stood there before
const SECONDS_TOLD = 3;
const STANDING = ["waiting", "done"];
const WORK = ["tense", "hold", "move", "open"];

// Opens the timer on *start*, a state of the clockwork. *closed* is called with the last state.
export function openTimer(start, chosen, help, closed) {
  const signs = cues(chosen);
  const lit = wakeLock();
  let state = start;
  let shown = null;
  let handle = 0;
  let seen = { now: performance.now(), wall: Date.now(), hidden: document.hidden };
  let changedAt = -Infinity;
  let second = null;

  const parts = madeOf({
    primary: press,
    back: () => act(back),
    skip: () => act(skip),
    skipExercise: () => act(skipExercise),
    again: () => act(again),
    longer: () => act(longer),
    stop: () => parts.dialog.close(),
    settings: toggleSettings,
    form: settingsForm(chosen, () => act((was, now) => configured(was, chosen, now))),
  });
  parts.dialog.addEventListener("cancel", event => {
    if (!parts.settings.hidden) {
      event.preventDefault();
      toggleSettings();
    } else if (counts(state)) {
      event.preventDefault();
      act(pause);
    }
  });
  parts.dialog.addEventListener("close", stopped, { once: true });
  document.addEventListener("visibilitychange", turn);
  document.body.append(parts.dialog);
  parts.dialog.showModal();
  signs.wake();
  show();
  signs.speak(spoken(parts.status.textContent));
  parts.title.focus();

  // Pause, go on, start or done. What was meant for a phase that ended just now does nothing to the next one.
  function press() {
    turn();
    if (performance.now() - changedAt < HURRY) return;
    act((was, now) => {
      if (was.mode === "done") return restarted(was);
      return counts(was) ? pause(was, now) : go(was, now);
    });
  }

  function act(change) {
    turn();
    signs.wake();
    become(change(state, performance.now()));
  }

  // The clock has moved on, by a little or, in a hidden tab, by much. Nothing passes while the device is asleep.
  function turn() {
    const before = seen;
    const counted = counts(state);
    seen = { now: performance.now(), wall: Date.now(), hidden: document.hidden };
    const passed = seen.now - before.now;
    const still = passed > SLEPT && !before.hidden && !seen.hidden;
    const asleep = counted && (still || seen.wall - before.wall - passed > SLEPT);
    become(asleep ? pause(state, before.now) : tick(state, seen.now));
    if (asleep) say(parts.next, "This device was asleep.");
    else if (counted && !counts(state)) changedAt = seen.now;
  }

  function become(next) {
    state = next;
    show();
    clearTimeout(handle);
    if (counts(state)) handle = setTimeout(turn, leftOf(state, performance.now()) % 1000 || 1000);
    lit(state.mode === "running" || state.mode === "waiting");
  }

  function show() {
    const now = performance.now();
    showSeconds(leftOf(state, now));
    if (shown === state) return;
    const before = shown;
    shown = state;
    const moved = !before || before.place !== state.place || before.mode !== state.mode;
    if (moved) showPlace(before, now);
    showButtons();
    if (!moved) return;
    const words = announcement(state, before, now);
    say(parts.status, words);
    if (before) tell(words);
  }

  function tell(words) {
    if (state.mode === "paused") signs.hush();
    else signs.give(state.mode === "running" ? phaseOf(state).kind : state.mode, spoken(words));
  }

  function spoken(words) {
    return state.mode === "waiting" ? stationSpeech(words, state) : words;
  }

  function showSeconds(left) {
    const seconds = left === null || state.mode === "waiting" || state.mode === "done" ? null : Math.ceil(left / 1000);
    say(parts.seconds, seconds === null ? "" : clock(seconds));
    parts.dial.hidden = seconds === null;
    const length = lengthOf(state);
    parts.ring.style.strokeDashoffset = length ? String(1 - left / length) : "0";
    const ready = counts(state) && ["prepare", "change"].includes(phaseOf(state).kind);
    if (ready && seconds !== second && seconds <= SECONDS_TOLD && seconds > 0) signs.tick();
    second = seconds;
  }

  function showPlace(before, now) {
    parts.dialog.dataset.work = String(state.mode === "running" && WORK.includes(phaseOf(state).kind));
    const station = stationOf(state);
    const { done, all } = progressOf(state);
    const whole = leftInAll(state, now);
    const toGo = whole > 90 ? `about ${counted(Math.round(whole / 60), "minute")} to go` : "";
    say(parts.where, [exerciseWords(state), toGo].filter(Boolean).join(" · "));
    [parts.progress.max, parts.progress.value] = [all, done];
    parts.progress.hidden = all === 1;
    say(parts.title, state.mode === "done" ? state.program.title : station.title);
    say(parts.state, stateWords(state));
    say(parts.count, countWords(state));
    say(parts.side, state.mode !== "waiting" && phaseOf(state).side === "other" ? station.other_side : "");
    if (!before || stationOf(before) !== station || STANDING.some(mode => (before.mode === mode) !== (state.mode === mode))) {
      parts.details.replaceChildren(...(state.mode === "done" ? farewell(help) : stationParts(state, help)));
      parts.details.scrollTop = 0;
    }
  }

  function showButtons() {
    const { mode } = state;
    const done = mode === "done";
    say(parts.next, nextWords(state));
    say(parts.primary, primaryWords());
    say(parts.skip, mode === "waiting" ? "Skip exercise" : "Skip");
    say(parts.stop, done ? "Close" : "Stop");
    off(parts.back, !state.past);
    off(parts.skip, done);
    const offer = offered(state);
    const other = offer && state.beats[offer.place.at].station !== state.beats[state.place.at].station;
    const title = other ? `: ${state.program.stations[state.beats[offer.place.at].station].title}` : "";
    say(parts.again, state.asked ? "Once more: yes" : `Once more${title}`);
    if (offer?.later) parts.again.setAttribute("aria-pressed", String(state.asked));
    else parts.again.removeAttribute("aria-pressed");
    visible(parts.again, Boolean(offer));
    const most = mayLast(state);
    say(parts.longer, most ? `Longer: ${time(most * state.options.hold)}` : "");
    visible(parts.longer, most > 0);
    visible(parts.skipExercise, !STANDING.includes(mode) && !counts(state) && state.program.stations.length > 1);
  }

  function primaryWords() {
    if (state.mode === "done") return "Start again";
    if (state.mode === "waiting") return "Start";
    if (state.mode === "paused") return "Go on";
    return counts(state) ? "Pause" : "Done";
  }

  function visible(part, on) {
    if (!on && part === document.activeElement) parts.primary.focus();
    part.hidden = !on;
  }

  function toggleSettings() {
    const open = parts.settings.hidden;
    if (open) act(pause);
    parts.settings.hidden = !open;
    parts.details.hidden = open;
    parts.dialog.dataset.settings = String(open);
    parts.toggle.setAttribute("aria-expanded", String(open));
    (open ? parts.settings.querySelector("input") : parts.toggle).focus();
  }

  function stopped() {
    clearTimeout(handle);
    document.removeEventListener("visibilitychange", turn);
    lit(false);
    signs.hush();
    parts.dialog.remove();
    closed(pause(state, performance.now()));
  }
}

function off(part, on) {
  part.setAttribute("aria-disabled", String(on));
}

function madeOf(does) {
  const enabled = work => event => (event.currentTarget.getAttribute("aria-disabled") === "true" ? null : work());
  const parts = {
    where: element("p", { class: "timer__where" }),
    toggle: button("Settings", does.settings, { class: "timer__small", "aria-expanded": "false", "aria-controls": "timer-settings" }),
    stop: button("Stop", does.stop, { class: "timer__small timer__stop" }),
    progress: element("progress", { class: "timer__progress", "aria-label": "Exercises done" }),
    title: element("h2", { class: "timer__title", id: "timer-title", tabindex: "-1" }),
    ring: ringed(),
    seconds: element("p", { class: "timer__seconds", role: "timer" }),
    status: element("p", { class: "visually-hidden", role: "status" }),
    state: element("p", { class: "timer__state" }),
    count: element("p", { class: "timer__count" }),
    side: element("p", { class: "timer__side" }),
    next: element("p", { class: "timer__next" }),
    details: element("div", { class: "timer__panel timer__details", tabindex: "0", role: "region", "aria-label": "Cautions and steps" }),
    settings: element("div", { class: "timer__panel", id: "timer-settings", hidden: true }, does.form, button("Back to the exercise", does.settings, { class: "timer__small" })),
    again: button("", does.again, { class: "timer__small" }),
    longer: button("", does.longer, { class: "timer__small" }),
    skipExercise: button("Skip this exercise", does.skipExercise, { class: "timer__small" }),
    back: button("Back", enabled(does.back), { class: "timer__button" }),
    primary: button("", does.primary, { class: "timer__button timer__button--primary" }),
    skip: button("Skip", enabled(does.skip), { class: "timer__button" }),
  };
  parts.dial = element("div", { class: "timer__dial" }, parts.ring.parentNode, parts.seconds);
  parts.dialog = element(
    "dialog",
    { class: "timer", "aria-labelledby": "timer-title" },
    element("div", { class: "timer__top" }, parts.where, parts.toggle, parts.stop, parts.progress),
    element("div", { class: "timer__clock" }, parts.title, parts.dial, parts.state, parts.count, parts.side, parts.next, parts.status),
    parts.details,
    parts.settings,
    element("div", { class: "timer__extras" }, parts.again, parts.longer, parts.skipExercise),
    element("div", { class: "timer__buttons" }, parts.back, parts.primary, parts.skip),
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
