// Draws results. Everything that comes from the index is text; no HTML in it is obeyed.
import { element } from "./element.js";
import { plain } from "./search-words.js";

const LONG = 400; // words
const PARTS_AT_MOST = 3;
const NAMES_AT_MOST = 2;

export async function drawn(result, words, template) {
  const data = await result.data();
  const title = data.meta.title ?? data.meta.term;
  const item = template.content.firstElementChild.cloneNode(true);
  const link = item.querySelector(".search-result__link");
  link.href = data.url;
  link.replaceChildren(...marked(title, words));
  item.querySelector(".search-result__kind").textContent = data.meta.kind ?? "";
  item.querySelector(".search-result__text").replaceChildren(...textOf(data, words));
  drawNames(item.querySelector(".search-result__names"), data.meta.names, words.filter(word => !isIn(title, [word])));
  drawParts(item.querySelector(".search-result__parts"), data);
  return item;
}

// Where the title lacks some of the words, the other names that have them: they may be why the page is here.
function drawNames(place, names = "", words) {
  const counts = names.split("; ").map(name => [name, words.filter(word => isIn(name, [word])).length]);
  const best = counts.filter(([, count]) => count).sort(([, one], [, other]) => other - one).slice(0, NAMES_AT_MOST);
  place.hidden = best.length === 0;
  place.querySelector("[data-slot=names]").replaceChildren(...marked(best.map(([name]) => name).join(", "), words));
}

// The place that speaks of it most; or, for a page that is here by its name, its summary, which stands before its text.
function textOf({ excerpt, plain_excerpt: start, content, anchors }, words) {
  if (!excerpt.includes("<mark>")) return marked(content.split(" ").slice(0, anchors[0]?.location).join(" "), words);
  return withMarks(`${content.startsWith(start.slice(0, 20)) ? "" : "… "}${excerpt} …`);
}

// The parts of a long page that speak of it most.
function drawParts(place, { url, word_count: length, sub_results: parts }) {
  const best = (length > LONG ? parts : [])
    .filter(part => part.url !== url)
    .sort((one, other) => other.locations.length - one.locations.length)
    .slice(0, PARTS_AT_MOST);
  place.hidden = best.length === 0;
  const example = place.querySelector("li");
  place.querySelector("ul").replaceChildren(...best.map(part => {
    const item = example.cloneNode(true);
    const link = item.querySelector("a");
    link.href = part.url;
    link.textContent = part.title;
    return item;
  }));
}

// Pagefind marks words with tags, and writes the brackets of all other tags as entities.
function withMarks(excerpt) {
  const plainly = text => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  return excerpt.split(/(<mark>.*?<\/mark>)/s).filter(Boolean).flatMap(part => {
    const inside = /^<mark>(.*?)([^\p{L}\p{N}]*)<\/mark>$/su.exec(part);
    return inside ? [mark(plainly(inside[1])), plainly(inside[2])] : [plainly(part)];
  });
}

function marked(text, words) {
  return text.split(/([\p{L}\p{N}’']+)/u).filter(Boolean)
    .map(part => (isIn(part, words) ? mark(part) : part));
}

function isIn(text, words) {
  const parts = plain(text).split(/[^\p{L}\p{N}]+/u);
  return words.some(word => parts.some(part => part.startsWith(word)));
}

function mark(text) {
  return element("mark", {}, text);
}
