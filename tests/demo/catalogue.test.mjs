import assert from 'node:assert/strict';
import test from 'node:test';
import { Catalogue } from '../../demo/shop/catalogue.mjs';
import { TOLD_KINDS } from '../../demo/shop/kinds.mjs';
import { KINDS } from '../../demo/shop/pictures.mjs';
import { toTitle, wordsOf } from '../../demo/shop/titles.mjs';
import { CATALOGUE, HEADER } from './fixture.mjs';

test('products keep their order, their ids as written, and get variants by position', () => {
  const { products, ...catalogue } = new Catalogue(CATALOGUE);
  assert.deepEqual(
    products.map(({ id }) => id),
    ['MUG-1', 'POT-1', 'GONE', '007', '..', 'a/b "c",☕?#%'],
  );
  assert.equal(catalogue.currency, 'EUR');
  assert.equal(new Set(products.map(({ variantId }) => variantId)).size, products.length);
  const [first, second] = products;
  assert.equal(second.variantId, first.variantId + 1);
});

test('a price is an integer times 100, and what has none is not for sale', () => {
  const { products } = new Catalogue(CATALOGUE);
  assert.deepEqual(
    products.map(({ price }) => price),
    [1250, 3000, null, 500, 100, 1999],
  );
  const odd = new Catalogue(`${HEADER}1,a,,,4.35\n2,b,,,0.00\n3,c,,,-2\n4,d,,,two\n`);
  assert.deepEqual(
    odd.products.map(({ price }) => price),
    [435, null, null, null],
  );
});

test('the same product twice is one product, and the first line counts', () => {
  const { products } = new Catalogue(`${HEADER}1,one,,,1\n1,two,,,2\n`);
  assert.deepEqual(
    products.map(({ title }) => title),
    ['one'],
  );
});

test('a product without a title is shown by its number', () => {
  assert.equal(new Catalogue(`${HEADER}85123A,,,,1\n`).products[0].title, 'Article 85123A');
});

test('an empty file, a header alone and a product without an id are told with their line', () => {
  assert.throws(() => new Catalogue('', 'c.csv'), { message: 'c.csv:1: no products' });
  assert.throws(() => new Catalogue(HEADER, 'c.csv'), { message: 'c.csv:1: no products' });
  assert.throws(() => new Catalogue(`${HEADER}1,a\n,b\n`, 'c.csv'), {
    message: 'c.csv:3: a product without an id',
  });
});

test('a picture elsewhere is never asked for; the shop draws the product instead', () => {
  const { picture } = new Catalogue(CATALOGUE).byId('a/b "c",☕?#%');
  assert.match(picture, /^\/picture\/kettle\/[0-9a-f]{6}\.svg$/);
});

test('characters that nobody sees or that turn the text around are taken out', () => {
  const { products } = new Catalogue(`${HEADER}1,a\u202eb\u0000c,,,1\n`);
  assert.equal(products[0].title, 'a b c');
});

test('titles that shout are written as sentences, others stay as they are', () => {
  const titles = {
    'WHITE HANGING HEART T-LIGHT HOLDER': 'White hanging heart T-light holder',
    '15CM CHRISTMAS GLASS BALL 20 LIGHTS': '15cm Christmas glass ball 20 lights',
    'RED TOADSTOOL LED NIGHT LIGHT': 'Red toadstool LED night light',
    'ESSENTIAL BALM 3.5g TIN IN ENVELOPE': 'Essential balm 3.5g tin in envelope',
    '*BOOMBOX  IPOD CLASSIC': 'Boombox ipod classic',
    'PARIS METRO SIGN': 'Paris metro sign',
    'Larch moka pot, 6 cups, brass': 'Larch moka pot, 6 cups, brass',
    'iPhone case USB': 'iPhone case USB',
    咖啡壶: '咖啡壶',
    '': '',
  };
  for (const [written, shown] of Object.entries(titles)) assert.equal(toTitle(written), shown);
});

test('words are compared in the singular', () => {
  assert.deepEqual(wordsOf('BLUE GLASS DISHES, PARTY CANDIES & SCARVES FOR CHRISTMAS'), [
    ...['blue', 'glass', 'dish', 'party', 'candy', 'scarf', 'for', 'christmas'],
  ]);
});

const SHOUTED = [
  ...['RED', 'BLUE', 'GREEN', 'PINK'].flatMap((colour) => [
    `${colour} JUMBO BAG`,
    `${colour} HEART T-LIGHT HOLDER`,
    `${colour} SPOTTY MUG`,
    `${colour} CHRISTMAS BAUBLE`,
    `${colour} PAPER CARD`,
    `${colour} BEAD NECKLACE`,
    `${colour} TEDDY BEAR`,
    `${colour} ROSE POT`,
    `${colour} ZEBRA WIDGET`,
  ]),
  'SOMETHING ELSE ENTIRELY',
];
const shouted = () =>
  new Catalogue(HEADER + SHOUTED.map((title, i) => `${i},${title},,,1.00,GBP`).join('\n'));

test('without categories the departments follow from the titles, the odd ones last', () => {
  const { departments } = shouted();
  assert.deepEqual(
    departments.map(({ title, products }) => [title, products.length]),
    [
      ['Bags & purses', 4],
      ['Candles & lights', 4],
      ['Table & dining', 4],
      ['Christmas', 4],
      ['Paper & cards', 4],
      ['Jewellery', 4],
      ['Toys & games', 4],
      ['Garden & flowers', 4],
      ['Widgets', 4],
      ['Everything else', 1],
    ],
  );
  assert.deepEqual(departments, shouted().departments);
});

test('a title tells the picture and its colour', () => {
  const { products } = shouted();
  const of = (title) => products.find((product) => product.title === title).picture;
  assert.equal(of('Red jumbo bag'), '/picture/bag/b8473d.svg');
  assert.equal(of('Blue heart T-light holder'), '/picture/tea-light/54789f.svg');
  assert.match(of('Something else entirely'), /^\/picture\/box\//);
});

test('a word never leads to a picture that nobody drew', () => {
  for (const kind of TOLD_KINDS) assert.ok(KINDS.includes(kind), kind);
});

test('what differs in size or colour alone is found as a sibling', () => {
  const catalogue = new Catalogue(
    `${HEADER}1,"Heron mug, ochre",,,1,,T,U\n2,"Heron mug, sage",,,1,,T,U\n3,"Tern mug, sage",,,1,,T,U\n`,
  );
  assert.deepEqual(
    catalogue.siblings(catalogue.byId('1')).map(({ id }) => id),
    ['2'],
  );
});

test('search finds by words in any order and number, and by article number', () => {
  const catalogue = new Catalogue(CATALOGUE);
  const ids = (query) => catalogue.search(query).map(({ id }) => id);
  assert.deepEqual(ids('mugs heron'), ['MUG-1']);
  assert.deepEqual(ids('tea'), ['POT-1']);
  assert.deepEqual(ids('gone'), ['GONE']);
  assert.deepEqual(ids('   '), []);
  assert.deepEqual(ids('(.*+?[\\'), []);
});
