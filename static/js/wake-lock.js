// Keeps the screen lit while it is asked to, on devices that can: for a phone that lies on the floor.
export function wakeLock() {
  let wanted = false;
  let asking = false;
  let lock = null;

  async function ask() {
    if (!wanted || lock || asking || document.hidden || !("wakeLock" in navigator)) return;
    asking = true;
    lock = await navigator.wakeLock.request("screen").catch(() => null); // a device low on power may say no
    asking = false;
    lock?.addEventListener("release", () => (lock = null));
    if (!wanted || document.hidden) release();
  }

  function release() {
    lock?.release();
    lock = null;
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? release() : ask()));

  return function lit(on) {
    if (on === wanted) return;
    wanted = on;
    if (on) ask();
    else release();
  };
}
