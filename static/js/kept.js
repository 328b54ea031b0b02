// What the reader lets this site keep on the device. A browser may refuse, and anything may have been written there.
const BASE = new URL("../..", import.meta.url).pathname;

export const siteUrl = path => new URL(path, new URL("../..", import.meta.url));

export function kept(name) {
  try {
    return JSON.parse(localStorage.getItem(`${BASE}${name}`));
  } catch {
    return null;
  }
}

// Whether *value* is kept now.
export function keep(name, value) {
  try {
    localStorage.setItem(`${BASE}${name}`, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

// Calls *changed* when another window of this site changes what is kept.
export function whenKept(name, changed) {
  addEventListener("storage", ({ key }) => {
    if (key === null || key === `${BASE}${name}`) changed();
  });
}
