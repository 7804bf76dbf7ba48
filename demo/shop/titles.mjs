/**
 * Titles as a shop shows them. Exports of older systems shout ("WHITE CHERRY LIGHTS"); such a
 * title is written as a sentence, any other is left as the merchant wrote it.
 */
export function toTitle(written) {
  // Old systems mark a product with a sign before its title.
  const text = written.replace(/^[*#_.\s]+(?=\S)/, '');
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  const words = text.split(/\s+/);
  // "3.5g" in a shouted title is no reason to believe the rest of it.
  if (capitals < 2 || small * 8 > capitals) return words.join(' ');
  return words
    .map(toWord)
    .join(' ')
    .replace(/^[^\p{L}\p{N}]*\p{L}/u, (start) => start.toUpperCase());
}

// The names that English writes with a capital wherever they stand.
const NAMES = new Set(
  `christmas easter halloween xmas santa england english london paris french france parisian
  spanish italian italy indian india chinese china japanese japan russian british britain scottish
  scotland irish ireland welsh wales swiss danish african moroccan american america mexican
  egyptian victorian edwardian georgian regency monday tuesday wednesday thursday friday saturday
  sunday january february april june july august september october november december mary jane
  alice noel`.split(/\s+/),
);

const LETTERS = new Set('LED USB TV CD DVD UK USA UV ABC DIY BBQ A3 A4 A5 A6 RSPB ID'.split(' '));

function toWord(word) {
  const bare = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  if (LETTERS.has(bare)) return word;
  // "T-LIGHT", "S/3" and "LETTER A": a lone capital is a letter that is spoken.
  if (/^\p{Lu}([-/].*)?$/u.test(bare) && bare !== 'A' && bare !== 'I') {
    return word.slice(0, 2) + word.slice(2).toLowerCase();
  }
  const small = word.toLowerCase();
  if (bare === 'I') return word;
  if (NAMES.has(bare.toLowerCase().replace(/['’]?s$/, '')) || NAMES.has(bare.toLowerCase())) {
    return small.replace(/\p{L}/u, (letter) => letter.toUpperCase());
  }
  return small;
}

/** The words of a title in small letters and the singular: "BLUE GLASS DISHES" is blue glass dish. */
export const wordsOf = (title) =>
  (title.toLowerCase().match(/[\p{L}][\p{L}'’-]*/gu) ?? []).map(toSingular);

export function toSingular(word) {
  if (word.length < 4 || /(ss|us|is|mas|vas)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(ch|sh|x|ss|zz)es$/.test(word)) return word.slice(0, -2);
  if (/(kni|shel|lea|loa|scar)ves$/.test(word)) return `${word.slice(0, -3)}f`;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** The plural that names a shelf: "dish" is dishes. */
export function toPlural(word) {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(ch|sh|x|ss|s|zz)$/.test(word)) return `${word}es`;
  return `${word}s`;
}
