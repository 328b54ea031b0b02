// Asks the search index, which Pagefind reads piece by piece from the site's own files.
import { Spelling, meaningful, wordsOf } from "./search-words.js";

// How much it counts that a word is in a page's title, in its other names, or in those of what it is about. The fields
// of *WHOLE* hold whole names, each as one word that begins with *MARK*.
const META = { title: 5, term: 3, names: 4, about: 1, kind: 0.5, is: 0, called: 0, word: 0 };
const WHOLE = ["is", "called", "word"];
const MARK = "zz";

// Where fewer pages than *FEW* have all words, those are added that have more than a third of what the words say.
const FEW = 3;
const SHARE = 0.36;
const MOST_OF_SOME = 10;

export async function openIndex(folder, language) {
  const answer = await fetch(`${folder}pagefind-entry.json`, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`the search index is not there (${answer.status})`);
  const entry = await answer.json();
  const [{ hash, page_count: count }] = Object.values(entry.languages);
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
  await pagefind.filters();
  return new Index(pagefind, new Spelling(words), language, count);
}

// Pagefind starts by itself, and leaves its errors to nobody. They are told by the first question as well.
addEventListener("unhandledrejection", event => {
  if (String(event.reason).includes("Pagefind")) event.preventDefault();
});

class Index {
  constructor(pagefind, spelling, language, count) {
    this.pagefind = pagefind;
    this.spelling = spelling;
    this.language = language;
    this.count = count;
  }

  // What is found for a query: pages of that name, then those with all of its words, and where they are few, pages with
  // some of them. Words that the site does not know are taken for others that are like them, or left out.
  async find({ query, region, kind }) {
    const exact = /^".+"$/.test(query);
    const typed = wordsOf(query);
    const unknown = exact ? [] : typed.filter(word => !this.spelling.knows(word));
    const meant = typed.flatMap(word => (unknown.includes(word) ? this.spelling.meant(word) : [word]));
    const words = meaningful(meant.length ? meant : typed, this.language);
    const asked = exact ? query : words.join(" ");
    const [named, all, anyRegion, anyKind] = await Promise.all([
      exact ? [] : this.named([...new Set([typed, meant, words].map(each => each.join("")))], { region, kind }),
      this.ask(asked, { region, kind }),
      this.ask(asked, { kind }),
      this.ask(asked, { region }),
    ]);
    const results = merged(named, all.results);
    const some = results.length < FEW && words.length > 1 && !exact ? await this.some(words, { region, kind }) : [];
    return {
      words,
      results,
      some: merged(results, some).slice(results.length, results.length + MOST_OF_SOME),
      unknown: meant.length ? unknown : [],
      meant: meant.join(" "),
      guessed: meant.some(word => !typed.includes(word)),
      regions: anyRegion.filters.region ?? {},
      kinds: anyKind.filters.kind ?? {},
    };
  }

  // Pages that the query is a name of: titles before other names, and those before words of the glossary.
  async named(names, filters) {
    const asked = names.filter(Boolean).map(name => this.ask(`"${MARK}${name}"`, filters));
    const rank = result => WHOLE.findIndex(field => result.matchedMetaFields.includes(field));
    const ranked = ({ results }) => [...results].sort((one, other) => rank(one) - rank(other));
    return (await Promise.all(asked)).map(ranked).reduce(merged, []);
  }

  async ask(asked, { region, kind }) {
    const filters = Object.fromEntries(Object.entries({ region, kind }).filter(([, value]) => value));
    return this.pagefind.search(asked, { filters });
  }

  // Pages with some of the words, those first whose words say most: a rare word says more than a frequent one.
  async some(words, filters) {
    const found = new Map();
    let all = 0;
    for (const { results } of await Promise.all(words.map(word => this.ask(word, filters)))) {
      const says = results.length ? Math.log(1 + this.count / results.length) : 0;
      all += says;
      for (const result of results) {
        const known = found.get(result.id);
        const best = known && known.result.score > result.score ? known.result : result;
        found.set(result.id, { result: best, says: (known?.says ?? 0) + says });
      }
    }
    return [...found.values()]
      .filter(({ says }) => says >= all * SHARE)
      .sort((one, other) => other.says - one.says || other.result.score - one.result.score)
      .map(({ result }) => result);
  }
}

// The first results, and then those of the others that are not among them.
function merged(first, others) {
  const known = new Set(first.map(result => result.id));
  return [...first, ...others.filter(result => !known.has(result.id))];
}
