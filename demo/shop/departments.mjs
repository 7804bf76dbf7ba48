import { COLOUR_WORDS } from './colours.mjs';
import { toPlural, toTitle } from './titles.mjs';

const MOST = 12;

/** The shelf for what belongs to no other. */
export const REST = 'Everything else';

// Words that qualify a thing rather than name one; they make no shelf.
const QUALIFIERS = new Set(
  `a an the of and with in on for to by from set pack assorted design style colour color vintage
  retro antique small large medium mini big giant new old single double pair piece round square
  oval long short tall hanging painted jewelled spot spotty stripe striped retrospot check gingham
  paisley floral font size cm mm inch asst dec plain fancy little classic luxury traditional home
  sweet love vintage modern hot cold fresh whole organic light dark mixed other`.split(/\s+/),
);

/**
 * Names the department of every product. The merchant's own categories count where most products
 * have one; otherwise titles tell it: the shelf of the kind of thing (kinds.mjs), or else the word
 * at the title's end, and the labels with the most products become departments. The same catalogue
 * gives the same departments.
 *
 * `products`  each with category, words and shelf (empty where no kind is known)
 */
export function nameDepartments(products) {
  const told = products.filter(({ category }) => category).length;
  if (told * 2 >= products.length) return products.map(({ category }) => category || REST);

  const labels = products.map(labelOf);
  const counts = new Map();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  counts.delete('');
  const enough = Math.max(3, products.length / 200);
  const kept = new Set(
    [...counts]
      .filter(([, count]) => count >= enough)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, MOST)
      .map(([label]) => label),
  );
  return labels.map((label) => (kept.has(label) ? label : REST));
}

function labelOf({ shelf, words }) {
  if (words.includes('christmas') || words.includes('xmas')) return 'Christmas';
  if (shelf) return shelf;
  const head = words.findLast(
    (word) => word.length > 2 && !QUALIFIERS.has(word) && !COLOUR_WORDS.has(word),
  );
  return head ? toTitle(toPlural(head).toUpperCase()) : '';
}

/** Text for an address: "Coffee & tea" is coffee-tea, and never the same twice. */
export function slugger() {
  const taken = new Set();
  return (text) => {
    const stem =
      text
        .normalize('NFKD')
        .toLowerCase()
        .match(/[a-z0-9]+/g)
        ?.join('-') ?? 'department';
    let slug = stem;
    for (let i = 2; taken.has(slug); i++) slug = `${stem}-${i}`;
    taken.add(slug);
    return slug;
  };
}
