// Makes elements. Text is always text: nothing here reads HTML.
export function element(name, settings = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(settings)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key in made && typeof value === "boolean") made[key] = value;
    else if (value !== null && value !== undefined && value !== false)
      made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat().filter(child => child !== null && child !== undefined && child !== ""));
  return made;
}

export const button = (words, onclick, settings = {}) =>
  element("button", { type: "button", onclick, ...settings }, words);

export const hidden = words => element("span", { class: "visually-hidden" }, words);

// Sets the text of an element only where it is another one: a screen reader reads every change.
export function say(place, words) {
  if (place.textContent !== words) place.textContent = words;
}
