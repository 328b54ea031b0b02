// What the timer says: to the eye, to a screen reader and aloud. Words only; nothing here knows the page.
import { beatOf, leftOf, lengthOf, nextOf, phaseOf, progressOf } from "./clockwork.js";
import { time } from "./numbers.js";

const STATES = {
  prepare: "Get ready",
  tense: "Tense",
  hold: "Hold",
  rest: "Rest",
  move: "Carry on",
  change: "Change sides",
  open: "In your own time",
};

export const stationOf = state => state.program.stations[beatOf(state).station];

export function stateWords(state) {
  if (state.mode === "done") return "Finished";
  if (state.mode === "waiting") return "Ready when you are";
  return state.mode === "paused" ? `Paused: ${STATES[phaseOf(state).kind].toLowerCase()}` : STATES[phaseOf(state).kind];
}

// Which side, which repetition, which set; empty where there is nothing to count.
export function countWords(state) {
  if (state.mode === "done" || state.mode === "waiting") return "";
  const { side, rep = 0, reps = 0, set = 0, sets = 0 } = phaseOf(state);
  const of = (number, all, noun) => (number ? `${noun} ${number}${number <= all ? ` of ${all}` : ""}` : "");
  const sides = { first: "first side", other: "other side" };
  return sentence([sides[side], of(rep, reps, "time"), of(set, sets, "set")].filter(Boolean).join(", "));
}

export function nextWords(state) {
  if (state.mode === "done") return "";
  if (state.mode === "waiting") return firstWords(state);
  const next = nextOf(state);
  if (next.mode === "done") return "Then you have finished.";
  if (beatOf(next).first && !next.place.detour) return `Next exercise: ${stationOf(next).title}`;
  const { kind } = phaseOf(next);
  const length = lengthOf(next);
  const once = next.place.extra > state.place.extra ? ", once more" : "";
  return `Next: ${STATES[kind].toLowerCase()}${once}${length ? `, ${time(length / 1000)}` : ""}`;
}

function firstWords(state) {
  const { timed, onward } = state.options;
  if (!timed) return "There is no clock. You say when each part is done.";
  const ready = lengthOf(state);
  const after = onward ? " Each exercise then follows by itself." : "";
  return `You get ${time(ready / 1000)} to get ready.${after}`;
}

// One sentence for each change; what the eye sees in several places.
export function announcement(state, before, now) {
  const { mode } = state;
  if (mode === "done") return "Finished.";
  if (mode === "paused") return `${stateWords(state)}. ${time(Math.ceil(state.left / 1000))} left.`;
  const station = stationOf(state);
  const changed = !before || stationOf(before) !== station || beatOf(before).round !== beatOf(state).round;
  const title = changed ? `${[exerciseWords(state), station.title].filter(Boolean).join(": ")}.` : "";
  if (mode === "waiting") return `${title || `${station.title}.`} Read the steps, then start.`;
  const left = leftOf(state, now);
  const long = left === null ? "" : `${time(Math.ceil(left / 1000))}.`;
  const parts = [title, `${stateWords(state)}.`, dotted(countWords(state)), long];
  const side = phaseOf(state).kind === "change" && phaseOf(state).side === "other" ? station.other_side : "";
  return [...parts, side, long ? "" : "Press Done to go on."].filter(Boolean).join(" ");
}

export function exerciseWords(state) {
  const { station, round } = progressOf(state);
  const { stations, times } = state.program;
  const which = stations.length > 1 ? `Exercise ${station + 1} of ${stations.length}` : "";
  const turn = times > 1 ? `round ${round} of ${times}` : "";
  return sentence([which, turn].filter(Boolean).join(", "));
}

const sentence = text => text.charAt(0).toUpperCase() + text.slice(1);
const dotted = text => (text ? `${text}.` : "");
