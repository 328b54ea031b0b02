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
import { clock, counted, time } from "./numbers.js";
import { madeOf } from "./timer-parts.js";
import { settingsForm } from "./timer-settings.js";
import { farewell, stationParts, stationSpeech } from "./timer-station.js";
import { announcement, countWords, exerciseWords, nextWords, stateWords, stationOf } from "./timer-words.js";

const SLEPT = 15000; // milliseconds in which a page that is looked at stood still: the device must have been asleep
const HURRY = 500; // milliseconds after a change in which a press was meant for what stood there before
const SECONDS_TOLD = 3;
const ASLEEP = "This device was asleep.";
const STANDING = ["waiting", "done"];
const WORK = ["tense", "hold", "move", "open"];

// Opens the timer on *start*, a state of the clockwork: with what the reader has *chosen*, the *signs* that the device
// can give, and a way to keep its screen *lit*. *closed* is called with the last state.
export function openTimer(start, { chosen, signs, lit }, help, closed) {
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
    if (asleep) sayAsleep();
    else if (counted && !counts(state)) changedAt = seen.now;
  }

  function sayAsleep() {
    say(parts.next, ASLEEP);
    say(parts.status, `${parts.status.textContent} ${ASLEEP}`);
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
    const stands = mode => (STANDING.includes(mode) ? mode : "");
    if (!before || stationOf(before) !== station || stands(before.mode) !== stands(state.mode)) {
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
    parts.back.setAttribute("aria-disabled", String(!state.past));
    parts.skip.setAttribute("aria-disabled", String(done));
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
    (open ? parts.settings.querySelector("input:checked") : parts.toggle).focus();
  }

  function stopped() {
    clearTimeout(handle);
    document.removeEventListener("visibilitychange", turn);
    lit(false);
    signs.hush();
    parts.dialog.remove();
    const now = performance.now();
    closed(pause(tick(state, now), now));
  }
}
