import { colourOf } from './colours.mjs';
import { DataError, readCsv } from './csv.mjs';
import { nameDepartments, REST, slugger } from './departments.mjs';
import { kindOf } from './kinds.mjs';
import { readAmount } from './money.mjs';
import { KINDS } from './pictures.mjs';
import { toTitle, wordsOf } from './titles.mjs';

const FIRST_VARIANT = 40_000_001;
const FIRST_PRODUCT = 7_000_001;
const LONGEST_TITLE = 200;

// Control characters, and those that turn the direction of what follows them.
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu;

/** What the shop sells, in the order of the file. */
export class Catalogue {
  #byId = new Map();

  /**
   * `text`  a catalogue: id,title,url,image,price,currency,category,brand,first_seen
   * `name`  stands before the line in the message of the DataError that bad text throws
   */
  constructor(text, name = 'catalogue.csv') {
    for (const record of readCsv(text, name)) {
      const id = record.cell('id');
      if (!id) throw new DataError(`${name}:${record.line}: a product without an id`);
      if (!this.#byId.has(id)) this.#byId.set(id, toProduct(record, this.#byId.size));
    }
    this.products = [...this.#byId.values()];
    if (this.products.length === 0) throw new DataError(`${name}:1: no products`);
    this.currency =
      this.products.find(({ currency }) => /^[A-Z]{3}$/.test(currency))?.currency ?? 'EUR';
    this.departments = this.#shelve();
  }

  byId(id) {
    return this.#byId.get(id);
  }

  byVariant(variantId) {
    return this.products[variantId - FIRST_VARIANT];
  }

  /** What differs from a product in size or colour alone: its title up to the comma is the same. */
  siblings(product) {
    const name = (title) => title.split(',')[0];
    if (!product.title.includes(',')) return [];
    return product.department.products.filter(
      ({ id, title, brand }) =>
        id !== product.id && brand === product.brand && name(title) === name(product.title),
    );
  }

  department(slug) {
    return this.departments.find((department) => department.slug === slug);
  }

  /** Products in whose title, brand or department every word of the query stands. */
  search(query) {
    const wanted = wordsOf(query.slice(0, LONGEST_TITLE));
    const plain = query.trim().toLowerCase();
    if (!plain) return [];
    return this.products.filter(
      ({ id, found }) =>
        id.toLowerCase() === plain ||
        (wanted.length > 0 && wanted.every((word) => found.includes(` ${word}`))),
    );
  }

  #shelve() {
    const slug = slugger();
    const byTitle = new Map();
    const titles = nameDepartments(this.products);
    for (const [i, product] of this.products.entries()) {
      const title = titles[i];
      if (!byTitle.has(title)) byTitle.set(title, { title, slug: slug(title), products: [] });
      product.department = byTitle.get(title);
      product.department.products.push(product);
      product.found = ` ${[...product.words, ...wordsOf(`${product.brand} ${title}`)].join(' ')}`;
    }
    // In the merchant's order, but the shelf of odds and ends comes last.
    const departments = [...byTitle.values()];
    for (const { products } of departments) products.sort(soldOutLast);
    return [
      ...departments.filter(({ title }) => title !== REST),
      ...departments.filter(({ title }) => title === REST),
    ];
  }
}

const soldOutLast = (a, b) => (a.price === null) - (b.price === null);

function toProduct(record, position) {
  const id = record.cell('id');
  const told = record.cell('title').replace(UNSEEN, ' ').trim().slice(0, LONGEST_TITLE);
  const title = toTitle(told) || `Article ${id}`;
  const words = wordsOf(told);
  const { kind, shelf } = kindOf(words) ?? { kind: 'box', shelf: '' };
  const colour = colourOf(words);
  const picture = ownPicture(record.cell('image')) ?? `/picture/${kind}/${colour.hex}.svg`;
  return {
    id,
    handle: id,
    url: addressOf(id),
    variantId: FIRST_VARIANT + position,
    productId: FIRST_PRODUCT + position,
    title,
    words,
    shelf,
    colour: colour.word,
    picture,
    kind: picture.split('/')[2],
    price: readAmount(record.cell('price')),
    currency: record.cell('currency'),
    category: record.cell('category').replace(UNSEEN, ' '),
    brand: record.cell('brand').replace(UNSEEN, ' '),
    firstSeen: /^\d{4}-\d{2}-\d{2}/.exec(record.cell('first_seen'))?.[0] ?? '',
  };
}

// A path forgets its dots, however they are written, so an id of dots alone is asked for by name.
const addressOf = (id) =>
  /^\.{1,2}$/.test(id) ? `/product/?id=${id}` : `/product/${encodeURIComponent(id)}`;

// A picture elsewhere would be a request that leaves the page; the shop draws such a product.
function ownPicture(image) {
  const [, kind] = /^\/picture\/([a-z-]+)\/[0-9a-f]{6}\.svg$/i.exec(image) ?? [];
  return KINDS.includes(kind) ? image : null;
}
