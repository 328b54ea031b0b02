// The search page: results as you type. All words are the template's; this fills in names and numbers.
import { addressOf, wantedIn } from "./search-address.js";
import { openIndex } from "./search-index.js";
import { drawn } from "./search-results.js";
import { isSaid, wordsOf } from "./search-words.js";

const PAUSE = 250; // milliseconds without a key before the index is asked
const QUIET = 1000; // and without any change before the outcome is read out
const AT_ONCE = 10; // results that are shown before a reader asks for more
const SHORTEST = 2; // letters; a single one is in every page

const root = document.querySelector(".search");
const part = name => root.querySelector(`.search__${name}`);
const input = part("input");
const choices = { region: part("region"), kind: part("kind") };
const status = root.querySelector("[role=status]");
const page = part("form").action;

let index = null;
let latest = 0; // the number of the last search: an answer to an earlier one comes too late
let pause = 0;
let quiet = 0;
let waiting = []; // results that are found and not yet shown
let meant = []; // the words that they were found for

input.addEventListener("focus", prepare, { once: true });
input.addEventListener("input", () => {
  clearTimeout(pause);
  clearTimeout(quiet);
  pause = setTimeout(search, PAUSE);
});
part("form").addEventListener("submit", async event => {
  event.preventDefault();
  await search();
  if (!part("count").hidden) {
    clearTimeout(quiet);
    part("count").focus();
  }
});
for (const choice of Object.values(choices)) choice.addEventListener("change", search);
part("clear").addEventListener("click", () => {
  for (const choice of Object.values(choices)) choice.value = "";
  choices.region.focus();
  search();
});
part("more").addEventListener("click", showMore);
part("again").addEventListener("click", search);
addEventListener("hashchange", take);
take();

// Search for what the address asks for; other anchors, such as that of the skip link, ask for nothing.
function take() {
  const wanted = wantedIn(location.hash);
  if (!Object.values(wanted).some(Boolean)) return;
  input.value = wanted.query;
  for (const [name, choice] of Object.entries(choices)) offer(choice, { [wanted[name]]: 0 }, wanted[name]);
  search();
}

// Load the index while the first letters are typed. If that fails, the search finds it out by itself, and says so.
function prepare() {
  opened().catch(() => { index = null; });
}

function opened() {
  index ??= openIndex(root.dataset.index, document.documentElement.lang);
  return index;
}

async function search() {
  clearTimeout(pause);
  clearTimeout(quiet);
  latest += 1;
  const number = latest;
  const wanted = { query: input.value.trim(), region: choices.region.value, kind: choices.kind.value };
  history.replaceState(null, "", addressOf(page, wanted));
  warn(wordsOf(wanted.query));
  if (wanted.query.length < SHORTEST) {
    show("start");
    status.textContent = "";
    root.removeAttribute("aria-busy");
    return;
  }
  if (part("count").hidden) show("wait");
  root.setAttribute("aria-busy", "true");
  try {
    const found = await (await opened()).find(wanted);
    const [all, some] = await Promise.all([found.results.slice(0, AT_ONCE), found.some].map(each => draw(each, found.words)));
    if (number === latest) showFound(wanted, found, all, some);
  } catch (error) {
    console.error(error);
    index = null;
    if (number === latest) show(navigator.onLine ? "failed" : "offline");
  }
  if (number === latest) {
    root.removeAttribute("aria-busy");
    quiet = setTimeout(tell, QUIET);
  }
}

function showFound(wanted, found, all, some) {
  const count = found.results.length;
  waiting = found.results.slice(AT_ONCE);
  meant = found.words;
  part("list").replaceChildren(...all);
  part("some-list").replaceChildren(...some);
  offer(choices.region, found.regions, wanted.region);
  offer(choices.kind, found.kinds, wanted.kind);
  const guess = found.guessed || found.unknown.length > 0;
  fill({ query: guess ? found.meant : wanted.query, unknown: found.unknown.join(" "), count });
  warn([...wordsOf(wanted.query), ...found.words]);
  show(count || some.length ? "found" : "nothing");
  part("spelling").hidden = !guess;
  part("meant").hidden = !found.guessed;
  part("clear").hidden = !wanted.region && !wanted.kind;
  part("filters").hidden = part("clear").hidden && count + some.length < 2;
  part("some").hidden = some.length === 0;
  part("more").hidden = waiting.length === 0;
  for (const each of part("count").querySelectorAll("[data-when]")) {
    each.hidden = each.dataset.when !== (count === 1 ? "one" : count ? "many" : "none");
  }
}

// Show what belongs to a state: the start, something found, nothing found, or trouble.
function show(state) {
  root.dataset.shows = state;
  for (const each of root.querySelectorAll("[data-state]")) each.hidden = !each.dataset.state.split(" ").includes(state);
}

function fill(values) {
  for (const slot of root.querySelectorAll("[data-slot]")) {
    if (slot.dataset.slot in values) slot.textContent = values[slot.dataset.slot];
  }
}

function draw(results, words) {
  return Promise.all(results.map(result => drawn(result, words, root.querySelector("template"))));
}

async function showMore() {
  const items = await draw(waiting.splice(0, AT_ONCE), meant);
  part("list").append(...items);
  part("more").hidden = waiting.length === 0;
  items[0].querySelector("a").focus();
}

// The choices of a list, with how many pages there are for each; the chosen one stays, even with none.
function offer(choice, counts, chosen) {
  const first = choice.options[0];
  const names = Object.keys(counts).filter(name => name && (counts[name] || name === chosen));
  if (chosen && !names.includes(chosen)) names.push(chosen);
  const options = names.sort((one, other) => one.localeCompare(other))
    .map(name => new Option(counts[name] ? `${name} (${counts[name]})` : name, name, false, name === chosen));
  choice.replaceChildren(first, ...options);
  choice.value = chosen;
}

// Words that may be signs of danger put the way to get help above everything else.
function warn(words) {
  const danger = part("danger");
  if (!danger) return;
  const signs = [...danger.querySelectorAll("[data-words]")]
    .filter(link => link.dataset.words.split("|").some(sign => isSaid(sign, words)));
  const best = signs.length === 1 ? signs[0] : danger.querySelector("a:not([data-words])");
  danger.hidden = signs.length === 0;
  for (const link of danger.querySelectorAll("a")) link.hidden = link !== best;
}

// Read out what is on the page, once it has settled.
function tell() {
  const parts = [".search__danger h2", ".search__spelling", ".search__count", ".search__trouble p:not([hidden])"];
  const said = parts.flatMap(selector => [...root.querySelectorAll(selector)]).filter(each => each.offsetParent);
  status.textContent = said.map(each => each.innerText.replace(/[^.!?]$/, "$&.")).join(" ");
}
