// The clockwork of the timer: a state machine without a clock and without a page of its own. Whoever turns it brings
// the time, in milliseconds. Every function takes a state and returns the next one; no state is ever changed.
//
// A state is in one of four modes:
//   waiting  before an exercise, until the reader starts it
//   running  `end` is when the phase is over; it is Infinity where the reader decides
//   paused   `left` is what is left of the phase
//   done

export const DEFAULTS = { timed: true, onward: false, hold: 1, ready: 1, larger: false };
/* timed: phases end by the clock; else the reader ends each. onward: the next exercise begins by itself. hold, ready:
   how many times as long as written the exercise, and the getting ready, take. larger: the larger number of a range. */

const GETTING_READY = ["prepare", "change"];

export function wound(program, options = {}) {
  const beats = [];
  for (let round = 1; round <= program.times; round++) {
    program.stations.forEach((station, number) => {
      station.phases.forEach((phase, index) => beats.push({ phase, station: number, round, first: index === 0 }));
    });
  }
  const place = { at: 0, extra: 0, detour: false };
  const fixed = { program, beats, options: { ...DEFAULTS, ...options } };
  return { ...fixed, place, mode: "waiting", end: Infinity, left: null, asked: false, longer: false, past: null };
}

// What is the case

export function phaseOf({ program, beats, place }) {
  const { phase, station } = beats[place.at];
  const { at, extra, detour } = place;
  const again = extra ? { rep: (phase.reps || 1) + extra } : {};
  if (!detour) return { ...phase, ...again };
  const kind = detour === "change" ? "change" : "prepare";
  return { kind, seconds: program.stations[station].phases[0].seconds, side: beats[at].phase.side, ...again };
}

export const beatOf = ({ beats, place }) => beats[place.at];

export function lengthOf(state) {
  const { kind, seconds = 0, most = 0 } = phaseOf(state);
  const { timed, larger, hold, ready } = state.options;
  if (!timed || kind === "open") return null;
  if (GETTING_READY.includes(kind)) return seconds * ready * 1000;
  return (most && (larger || state.longer) ? most : seconds) * hold * 1000;
}

export const counts = state => state.mode === "running" && state.end !== Infinity;

export function leftOf(state, now) {
  if (state.mode === "paused") return state.left;
  return counts(state) ? Math.max(0, state.end - now) : lengthOf(state);
}

export const mayLast = state => {
  const { kind, seconds = 0, most = 0 } = phaseOf(state);
  const { timed, larger } = state.options;
  return timed && !larger && !state.longer && state.mode !== "done" && kind !== "open" && most > seconds ? most : 0;
};

// The further repetition that the source allows: of the phase that runs (when it is over), or of the one before.
export function offered(state) {
  if (extensible(state, state.place) && ["running", "paused"].includes(state.mode)) {
    return { place: state.place, later: phaseOf(state).kind !== "open" && state.options.timed };
  }
  const between = ["waiting", "done"].includes(state.mode) || GETTING_READY.includes(phaseOf(state).kind);
  const before = state.mode === "done" ? state.place : state.past?.place;
  if (!between || state.place.detour || !before || !extensible(state, before)) return null;
  return { place: before, later: false };
}

export function progressOf({ program, beats, place, mode }) {
  const { station, round } = beats[place.at];
  const all = program.stations.length * program.times;
  const number = (round - 1) * program.stations.length + station;
  return { station, round, all, done: mode === "done" ? all : number };
}

// What comes after the phase of the state, as a state of its own.
export const nextOf = state => (state.mode === "done" ? null : over({ ...state, mode: "running", past: null }, 0));

// The seconds that are left in all, or null where some of it has no number.
export function leftInAll(state, now) {
  let sum = leftOf(state, now);
  if (sum === null || state.mode === "done") return null;
  for (let next = nextOf(state); next.mode !== "done"; next = nextOf(next)) {
    const length = lengthOf(next);
    if (length === null) return null;
    sum += length;
  }
  return Math.ceil(sum / 1000);
}

// What may happen

// Start an exercise, or go on after a pause. An open phase is over when the reader says so.
export function go(state, now) {
  if (state.mode === "paused")
    return { ...state, mode: "running", end: state.left === null ? Infinity : now + state.left };
  if (state.mode === "waiting") return begun(state, state.place, now);
  return state.mode === "running" && !counts(state) ? over(state, now) : state;
}

export function pause(state, now) {
  return counts(state) ? { ...state, mode: "paused", left: Math.max(0, state.end - now) } : state;
}

// The clock has moved on: every phase that is over by *now* ends at its own time.
export function tick(state, now) {
  let next = state;
  while (counts(next) && next.end <= now) next = over(next, next.end);
  return next;
}

// Leave out the rest of this phase; before an exercise, leave out the exercise.
export function skip(state, now) {
  if (state.mode === "waiting") return skipExercise(state, now);
  return state.mode === "done" ? state : keepingPause(state, over({ ...state, asked: false }, now, { plain: true }));
}

export function skipExercise(state, now) {
  const { beats, place, mode } = state;
  if (mode === "done") return state;
  const at = beats.findIndex((beat, index) => index > place.at && beat.first);
  return at < 0 ? finished(state) : keepingPause(state, entered(state, { at, extra: 0, detour: false }, now));
}

// Back to the start of the phase before, or of the exercise, or to the exercise before.
export function back(state, now) {
  let { past } = state;
  if (state.mode === "waiting") while (past && !past.waited) past = past.past;
  if (!past) return state;
  const returned = { ...state, ...CLEAN, past: past.past, place: past.place };
  if (past.waited) return { ...returned, mode: "waiting" };
  const there = settled(returned, now);
  return state.mode === "done" ? pause(there, now) : keepingPause(state, there);
}

// One repetition more: at once, or when this one is over. Asking a second time takes the wish back.
export function again(state, now) {
  const offer = offered(state);
  if (!offer) return state;
  if (offer.later) return { ...state, asked: !state.asked };
  return repeated({ ...state, place: offer.place, mode: "running" }, now, { hurried: false });
}

// The larger number of a range, for this phase.
export function longer(state) {
  const most = mayLast(state);
  if (!most) return state;
  const added = (most - phaseOf(state).seconds) * state.options.hold * 1000;
  const left = state.left === null ? null : state.left + added;
  return { ...state, longer: true, end: state.end + added, left };
}

// Other options, in the middle of a phase: what is done of it stays done.
export function configured(state, options, now) {
  const next = { ...state, options: { ...state.options, ...options } };
  const [before, after] = [lengthOf(state), lengthOf(next)];
  const used = before === null ? 0 : before - (leftOf(state, now) ?? before);
  const left = after === null ? null : Math.max(0, after - used);
  if (next.mode === "paused") return { ...next, left };
  return next.mode === "running" ? { ...next, end: left === null ? Infinity : now + left } : next;
}

export const restarted = state => wound(state.program, state.options);

// How it goes on

const CLEAN = { asked: false, longer: false, left: null, end: Infinity };

function over(state, now, { plain = false } = {}) {
  const { beats, place, asked, options } = state;
  if (place.detour) return begun(state, { ...place, detour: false }, now);
  const more = asked || (!plain && options.larger && beats[place.at].phase.spare);
  if (more && extensible(state, place)) return repeated(state, now, { hurried: true });
  const at = place.at + 1;
  if (at === beats.length) return finished(state);
  return entered(state, { at, extra: beats[place.at].phase.again ? 0 : place.extra, detour: false }, now);
}

// Back to where the repetition began; with time to get ready, unless there was a rest just now.
function repeated(state, now, { hurried }) {
  const { beats, place } = state;
  const { again: count, kind, side } = beats[place.at].phase;
  const at = place.at - count + 1;
  const sides = side !== beats[at].phase.side && beats[at].phase.side;
  const detour = sides ? "change" : !(hurried && kind === "rest");
  return begun(state, { at, extra: place.extra + 1, detour }, now);
}

function extensible({ beats }, place) {
  const { again: count, spare } = beats[place.at].phase;
  return !place.detour && Boolean(count) && (spare === undefined || place.extra < spare);
}

const finished = state => ({ ...state, ...CLEAN, mode: "done", past: remembered(state) });

function entered(state, place, now) {
  const waits = state.beats[place.at].first && (!state.options.onward || !state.options.timed);
  if (waits) return { ...state, ...CLEAN, mode: "waiting", place, past: remembered(state) };
  return begun(state, place, now);
}

function begun(state, place, now) {
  return settled({ ...state, ...CLEAN, mode: "running", place, past: remembered(state) }, now);
}

// Begins the phase of a state that has just come to it. Without a clock there is no getting ready: it is passed over.
function settled(state, now) {
  if (!state.options.timed && phaseOf(state).kind === "prepare") {
    const next = over({ ...state, past: null }, now);
    return { ...next, past: state.past };
  }
  const length = lengthOf(state);
  return { ...state, mode: "running", end: length === null ? Infinity : now + length };
}

const remembered = ({ place, mode, past }) => ({ place, waited: mode === "waiting", past });

function keepingPause(state, next) {
  return state.mode === "paused" && counts(next)
    ? { ...next, mode: "paused", left: lengthOf(next), end: Infinity }
    : next;
}
