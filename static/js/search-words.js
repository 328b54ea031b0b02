// The words of a query: which of them matter, and how a mistyped one was meant.
const SMALL = {
  en: "a about after all am an and any are at be been but by can could did do does for from get got had has have help "
    + "how i if im in into is it its ive like me my of on or our should so some that the their them there they this to "
    + "was we what when where which who why will with would you your",
};

// What may be added to a word that stays the same word: a letter, or an ending of English.
const ENDING = /^(?:.|e[sdr]|ers|ings?|ly|al|ness)$/;

// Words shorter than this are never taken for others; from so many letters on, for words that are in no name; and from
// so many on, with 2 mistakes, if the first letter is right.
const SHORTEST = 4;
const SHORTEST_KNOWN = 3;
const LONG = 6;
const VERY_LONG = 7;

export function plain(text) {
  return text.normalize("NFD").replace(/\p{M}|['’]/gu, "").toLowerCase();
}

// The words of a text. Whoever cannot, can't, or is unable to, says the same.
export function wordsOf(text) {
  const words = plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join(" ").replace(/\b(?:cant|can not|couldnt|unable to|not able to)\b/g, "cannot").split(" ").filter(Boolean);
}

// Whether all words of a sign of danger are said, in any order and with any ending: "cannot pee" in "can't be peeing".
export function isSaid(sign, words) {
  return wordsOf(sign).every(one => words.some(word => isAlike(one, word)));
}

function isAlike(one, other) {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return one === other || (short.length > 2 && long.startsWith(short) && ENDING.test(long.slice(short.length)));
}

// The words that say something; all of them where none does.
export function meaningful(words, language) {
  const small = new Set((SMALL[language.slice(0, 2)] ?? "").split(" "));
  const left = words.filter(word => !small.has(word));
  return left.length ? left : words;
}

export class Spelling {
  constructor({ names, texts }) {
    this.names = names ? names.split(" ") : [];
    this.texts = texts ? texts.split(" ") : [];
    this.known = new Set([...this.names, ...this.texts]);
  }

  // The words that an unknown one may stand for; none where there is no such word.
  meant(word) {
    if (word.length < SHORTEST) return [];
    const nearest = () => [this.nearest(word)].filter(Boolean);
    return this.parted(word) ?? nearest();
  }

  // A word that is still being typed is known, and so is one with another ending. Numbers and short words are not on
  // the list, and may well be known.
  knows(word) {
    if (word.length < SHORTEST_KNOWN || /\d/.test(word)) return true;
    for (const known of this.known) {
      if (known.startsWith(word)) return true;
      if (known.length >= SHORTEST && word.startsWith(known) && ENDING.test(word.slice(known.length))) return true;
    }
    return false;
  }

  // The known word that is most like it; of two, that of a name, and the more frequent one.
  nearest(word) {
    let best = null;
    let least = Infinity;
    for (const known of word.length < LONG ? this.names : this.known) {
      const most = Math.min(least - 1, mistakesAllowed(word, known));
      if (most > 0 && Math.abs(known.length - word.length) <= most) {
        const mistakes = distance(word, known, most);
        if (mistakes <= most) [best, least] = [known, mistakes];
      }
    }
    return best;
  }

  // Two words that were written as one.
  parted(word) {
    for (let at = word.length - 3; at >= 3; at -= 1) {
      const parts = [word.slice(0, at), word.slice(at)];
      if (parts.every(one => this.known.has(one))) return parts;
    }
    return null;
  }
}

function mistakesAllowed(word, known) {
  const alike = word[0] === known[0];
  if (Math.min(word.length, known.length) >= VERY_LONG) return alike ? 2 : 1;
  return known.length >= SHORTEST && (alike || word.length >= LONG) ? 1 : 0;
}

// How many letters are wrong, missing, too many or swapped; more than *most* is as good as any number.
function distance(one, other, most) {
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, count) => count);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let least = Math.min(last[column] + 1, line[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        least = Math.min(least, before[column - 2] + 1);
      }
      line.push(least);
    }
    if (Math.min(...line) > most) return most + 1;
    [before, last] = [last, line];
  }
  return last[other.length];
}
