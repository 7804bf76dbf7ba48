/**
 * What the shop's buyer would put in the window. Everything here follows from the catalogue and the
 * month alone; what sells is the model's business, and it speaks in the page.
 */
const SEASONS = [
  {
    months: [11, 12, 1],
    title: 'For long evenings',
    text: 'Warm light, warm feet, something hot to hold.',
    kinds: `candle wool-blanket teapot slippers hot-water-bottle fairy-lights wreath mug bauble
      candle-holder tea-light loose-tea advent-calendar table-lamp tree cushion`,
  },
  {
    months: [2, 3, 4],
    title: 'The first warm days',
    text: 'Seeds on the windowsill, eggs on the table, the door left open.',
    kinds: `flower-seeds easter-eggs watering-can plant-pot vase herb-seeds trowel garden-gloves
      flower tablecloth jug basket`,
  },
  {
    months: [5, 6, 7, 8],
    title: 'Eating outside',
    text: 'Everything for a table under a tree, and for the way there.',
    kinds: `carafe picnic-blanket water-bottle cool-bag tumbler tablecloth napkins lunch-box rucksack
      camping-lamp jug wine-glass bunting basket`,
  },
  {
    months: [9, 10],
    title: 'Back indoors',
    text: 'New notebooks, sharp pencils and a proper pot of coffee.',
    kinds: `notebook moka-pot pencils wool-blanket teapot pen-pot candle table-lamp coffee-beans
      fountain-pen cushion casserole`,
  },
];

export const seasonOf = (date) => {
  const { kinds, ...season } = SEASONS.find(({ months }) => months.includes(date.getMonth() + 1));
  return { ...season, kinds: kinds.split(/\s+/) };
};

/** The newest, and not five of a kind in a row. */
export const newArrivals = (catalogue, count) =>
  varied(newestFirst(catalogue.products).filter(forSale), count);

export const newestFirst = (products) =>
  [...products].sort((a, b) =>
    a.firstSeen < b.firstSeen ? 1 : a.firstSeen > b.firstSeen ? -1 : 0,
  );

/** One product of each of the season's kinds. */
export function seasonal(catalogue, season, count) {
  const products = catalogue.products.filter(forSale);
  return season.kinds
    .map((kind) => best(products.filter((product) => product.kind === kind)))
    .filter(Boolean)
    .slice(0, count);
}

/** One product a department, none that stands in the window already. */
export function staffPicks(catalogue, shown, count) {
  const kinds = new Set(shown.map(({ kind }) => kind));
  return catalogue.departments
    .map(({ products }) => best(products.filter((each) => forSale(each) && !kinds.has(each.kind))))
    .filter(Boolean)
    .slice(0, count);
}

/** The product whose picture stands for a department. */
export const faceOf = (department, taken) => {
  const counts = new Map();
  for (const { kind } of department.products) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const common = [...counts].sort((a, b) => b[1] - a[1]).map(([kind]) => kind);
  const kind = common.find((each) => !taken.has(each)) ?? common[0];
  taken.add(kind);
  return best(department.products.filter((product) => product.kind === kind));
};

function varied(products, count) {
  const kinds = new Set();
  const first = products.filter(({ kind }) => !kinds.has(kind) && kinds.add(kind));
  return [...new Set([...first, ...products])].slice(0, count);
}

const forSale = ({ price }) => price !== null;

// One of the dearer half, because a window does not show the cheapest. Which one is any fixed
// choice: this one stays when products are added and favours no letter of the alphabet.
function best(all) {
  const products = [...all].sort((a, b) => b.price - a.price).slice(0, Math.ceil(all.length / 2));
  const rank = ({ id }) => {
    let sum = 17;
    for (const letter of id) sum = (sum * 31 + letter.codePointAt(0)) >>> 0;
    return sum;
  };
  return products.reduce((a, b) => (a && rank(a) <= rank(b) ? a : b), undefined);
}
