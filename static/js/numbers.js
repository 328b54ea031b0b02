// Numbers in words.
export const counted = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

// As in "1 minute 30 seconds".
export function time(seconds) {
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round(seconds % 60);
  const parts = [minutes && counted(minutes, "minute"), (rest || !minutes) && counted(rest, "second")];
  return parts.filter(Boolean).join(" ");
}

// As on a clock: 8, 59, 1:00, 10:00.
export const clock = seconds =>
  seconds < 60 ? String(seconds) : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
