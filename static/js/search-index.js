// Asks the search index, which Pagefind reads piece by piece from the site's own files.
import { Spelling, meaningful, wordsOf } from "./search-words.js";

// How much it counts that a word is in a page's title, in its other names, or in those of what it is about; `is`,
// `called` and `word` hold whole names, each written as one word.
const META = { title: 5, term: 3, names: 4, about: 1, kind: 0.5, is: 0, called: 0, word: 0 };
const WHOLE = ["is", "called", "word"];
const FEW = 3;
const MOST_OF_SOME = 20;

export async function openIndex(folder, language) {
  const answer = await fetch(`${folder}pagefind-entry.json`, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`the search index is not there (${answer.status})`);
  const entry = await answer.json();
  const [{ hash }] = Object.values(entry.languages);
  const [{ createInstance }, words] = await Promise.all([
    import(`${folder}pagefind.js?${entry.version}`),
    fetch(`${folder}words.json?${hash}`).then(found => found.json()),
  ]);
  const pagefind = createInstance({
    basePath: folder,
    metaCacheTag: hash,
    noWorker: true,
    ranking: { metaWeights: META },
  });
  await started(pagefind);
  return new Index(pagefind, new Spelling(words), language);
}

// Pagefind starts by itself; what goes wrong then is told by the first question too, so it need not be told twice.
async function started(pagefind) {
  const told = event => event.preventDefault();
  addEventListener("unhandledrejection", told);
  try {
    await pagefind.filters();
  } finally {
    removeEventListener("unhandledrejection", told);
  }
}

class Index {
  constructor(pagefind, spelling, language) {
    this.pagefind = pagefind;
    this.spelling = spelling;
    this.language = language;
  }

  // What is found for a query: pages of that name, then those with all of its words, and where they are few, pages with
  // some of them.
  async find({ query, region, kind }) {
    const exact = /^".+"$/.test(query.trim());
    const typed = wordsOf(query);
    const meantByAll = exact ? typed : typed.flatMap(word => this.spelling.meant(word).split(" "));
    const words = meaningful(meantByAll, this.language);
    const asked = exact ? query : words.join(" ");
    const [named, all, anyRegion, anyKind] = await Promise.all([
      this.named(meantByAll.join(""), { region, kind }),
      this.ask(asked, { region, kind }),
      this.ask(asked, { kind }),
      this.ask(asked, { region }),
    ]);
    const results = merged(named, all.results);
    const some = results.length < FEW && words.length > 1 && !exact ? await this.some(words, { region, kind }) : [];
    return {
      meant: typed.join() === meantByAll.join() ? "" : meantByAll.join(" "),
      words,
      results,
      some: merged(results, some).slice(results.length, results.length + MOST_OF_SOME),
      regions: anyRegion.filters.region ?? {},
      kinds: anyKind.filters.kind ?? {},
    };
  }

  // Pages that the query is the name of, or the beginning of the name: titles first, then other names, then words.
  async named(name, filters) {
    if (!name) return [];
    const { results } = await this.ask(name, filters);
    const rank = result => WHOLE.findIndex(field => result.matchedMetaFields?.includes(field));
    return results.filter(result => rank(result) >= 0).sort((one, other) => rank(one) - rank(other));
  }

  async ask(asked, { region, kind }) {
    const filters = Object.fromEntries(Object.entries({ region, kind }).filter(([, value]) => value));
    return this.pagefind.search(asked, { filters });
  }

  // Pages with at least half of the words, those with most of them first.
  async some(words, filters) {
    const found = new Map();
    for (const { results } of await Promise.all(words.map(word => this.ask(word, filters)))) {
      for (const result of results) {
        const known = found.get(result.id);
        const best = known && known.result.score > result.score ? known.result : result;
        found.set(result.id, {
          result: best,
          count: (known?.count ?? 0) + 1,
          score: (known?.score ?? 0) + result.score,
        });
      }
    }
    return [...found.values()]
      .filter(({ count }) => count >= words.length / 2)
      .sort((one, other) => other.count - one.count || other.score - one.score)
      .map(({ result }) => result);
  }
}

// The first results, and then those of the others that are not among them.
function merged(first, others) {
  const known = new Set(first.map(result => result.id));
  return [...first, ...others.filter(result => !known.has(result.id))];
}
