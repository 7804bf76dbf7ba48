import { type Config, type Goal, mistake } from '../config.js';
import type { Failure } from '../failure.js';
import {
  array,
  attempt,
  bits,
  day,
  fields,
  type Json,
  object,
  one,
  placements,
  type Read,
  type Shape,
  stages,
  texts,
  whole,
} from '../json.js';
import { currencyCode, parseDecimal } from '../money.js';
import type { Texts } from './texts.js';

// By number, as src/recommend/rules.h has them.
const actions = ['exclude', 'pin', 'boost', 'bury', 'share', 'differ', 'near-price', 'at-most'];
const kinds = ['category', 'brand', 'parent', 'any'];
const [exclude, pin, boost, bury, nearPrice, atMost] = [0, 1, 2, 3, 6, 7];

const noGroup = 0xffff;
const forever = 0xffff;
const anyPrice = 0xffffffff;
const anyMargin = 255;

interface Ends<T> {
  from: T;
  to: T;
}
interface Selection {
  product: string[] | undefined;
  category: string[] | undefined;
  brand: string[] | undefined;
  tag: string[] | undefined;
  price: Ends<Json | undefined> | undefined;
  margin: Ends<number> | undefined;
}
const ends = <T>(read: Read<T>, from: T, to: T) =>
  fields<Ends<T>>({ from: [read, from], to: [read, to] });
const selection: Shape<Selection> = {
  product: [texts, undefined],
  category: [texts, undefined],
  brand: [texts, undefined],
  tag: [texts, undefined],
  price: [ends<Json | undefined>(object, undefined, undefined), undefined],
  margin: [ends(whole(0, 100), 0, 100), undefined],
};
const select = fields(selection);

const any: Read<unknown> = (value) => value;
const month = whole(1, 12);
const monthBits: Read<number> = (value, place, tell) =>
  array(value, place, tell).reduce<number>(
    (mask, one) => mask | (1 << (month(one, place, tell) - 1)),
    0,
  );

interface Rule extends Selection {
  do: string;
  with: Selection | undefined;
  at: number;
  for: number;
  from: number;
  until: number;
  months: number;
  /** What some actions are told besides; see `amountsOf`. */
  by: unknown;
  of: unknown;
  count: unknown;
  percent: unknown;
  note: unknown;
}
const readRule = fields<Rule>({
  ...selection,
  do: [one(actions)],
  with: [select, undefined],
  at: [bits(placements), 0xff],
  for: [bits(stages), 0xff],
  from: [day, 0],
  until: [day, forever],
  months: [monthBits, 0],
  by: [any],
  of: [any],
  count: [any],
  percent: [any],
  note: [any],
});

/** The model that rules are about. */
export interface Names {
  texts: Texts;
  currency: string;
  exponent: number;
}

/**
 * The words that `RuleList` (src/recommend/rules.h) reads: rules, what counts towards goals, the
 * merchant's selection, the band of upgrades. A rule or a goal with a mistake is left out and told;
 * a rule of which the model knows nothing is left out. `goals` are those that the words are about.
 */
export function ruleWords(
  config: Config,
  names: Names,
): { words: number[]; goals: Goal[]; problems: Failure[] } {
  const writer = new RuleWriter(names);
  const problems: Failure[] = [];
  const tell = (what: string) => {
    problems.push(mistake(what));
  };
  config.rules.forEach((rule, at) => {
    attempt(tell, () => writer.rule(rule, at));
  });
  const goals = config.goals.filter(({ only, except, place }) =>
    attempt(tell, () => writer.goal(only, except, place)),
  );
  const picked = config.picked.flatMap((id) => names.texts.number(id) ?? []);
  return { words: writer.words(picked, config.upgrade), goals, problems };
}

class RuleWriter {
  readonly #names: Names;
  readonly #rules: number[][] = [];
  readonly #goals: number[][] = [];
  readonly #selectors: number[][] = [];
  readonly #products: number[] = [];

  constructor(names: Names) {
    this.#names = names;
  }

  words(picked: number[], { from, to }: Config['upgrade']): number[] {
    const parts = [this.#rules, this.#goals, this.#selectors];
    const sizes = [...parts.map(({ length }) => length), this.#products.length, picked.length];
    return [...sizes, from, to, ...parts.flat(2), ...this.#products, ...picked];
  }

  rule(json: unknown, at: number): void {
    const place = `rules[${at}]`;
    const rule = readRule(json, place, silent);
    const action = actions.indexOf(rule.do);
    const { kind, amount, amountTo } = amountsOf(rule, action, place);
    if (action === pin && !rule.product) throw new Error(`${place}: a pin names its products`);
    if (action === exclude && Object.keys(selection).every((key) => !rule[key as keyof Rule]))
      throw new Error(`${place}: this would exclude everything`);
    const withs = rule.with && this.#select(rule.with);
    if (withs?.length === 0) return;
    if (withs && withs.length > 1)
      throw new Error(`${place}.with: one category and one brand at most belong here`);
    const head = [
      action | (kind << 8) | (rule.at << 16) | (rule.for << 24),
      amount,
      amountTo,
      rule.months | (at << 16),
      rule.from | (rule.until << 16),
    ];
    for (const selector of this.#select(rule, action === pin))
      this.#rules.push([...head, ...selector, ...(withs?.[0] ?? everything), withs ? 1 : 0]);
  }

  /** Both are read before either is written: a goal with a mistake leaves nothing behind. */
  goal(only: Json | undefined, except: Json | undefined, place: string): true {
    const read = Object.entries({ only, except }).map(
      ([key, json]) => json !== undefined && select(json, `${place}.${key}`, silent),
    );
    const begin = this.#selectors.length;
    const [counted = 0, left = 0] = read.map((wanted) => {
      if (!wanted) return 0;
      const found = this.#select(wanted);
      // Of what the model does not know, nothing counts.
      this.#selectors.push(...(found.length > 0 ? found : [nothing]));
      return Math.max(found.length, 1);
    });
    this.#goals.push([begin, counted | (left << 16)]);
    return true;
  }

  /** A selector for each pair of a category and a brand; none where the model knows nothing of it. */
  #select(
    { product, category, brand, tag, price, margin }: Selection,
    inOrder = false,
  ): number[][] {
    const { texts: names } = this.#names;
    const groups = (section: number, wanted: string[] | undefined) =>
      wanted ? wanted.flatMap((name) => names.group(section, name) ?? []) : [noGroup];
    const [least, most] = [this.#price(price?.from, 0), this.#price(price?.to, anyPrice)];
    const tags = groups(22, tag);
    const products = groups(16, product);
    if (least === undefined || most === undefined || !tags.length || !products.length) return [];
    const begin = this.#products.length;
    const sorted = inOrder ? products : [...new Set(products)].sort((a, b) => a - b);
    if (product) this.#products.push(...sorted);
    const margins = margin ? margin.from | (margin.to << 8) : anyMargin << 8;
    const mask = tag ? tags.reduce((all, bit) => all | (1 << bit), 0) : 0;
    const count = product ? sorted.length : 0;
    return groups(20, category).flatMap((category) =>
      groups(21, brand).map((brand) => [
        category | (brand << 16),
        mask,
        least,
        most,
        margins | (count << 16),
        begin,
      ]),
    );
  }

  /** In minor units of the model; undefined where no amount is in its currency. */
  #price(value: Json | undefined, otherwise: number): number | undefined {
    if (value === undefined) return otherwise;
    const { currency, exponent } = this.#names;
    const amount = value[currencyCode(currency)];
    const minor = amount === undefined ? null : parseDecimal(`${amount}`, exponent);
    return minor === null ? undefined : Math.min(minor, anyPrice - 1);
  }
}

const everything = [noGroup | (noGroup << 16), 0, 0, anyPrice, anyMargin << 8, 0];
const nothing = [noGroup | (noGroup << 16), 0, anyPrice, 0, anyMargin << 8, 0];

const silent = () => {};

/** What an action needs to be told besides its name. */
function amountsOf(rule: Rule, action: number, place: string) {
  const read = <T>(key: 'by' | 'of' | 'count' | 'percent', reader: Read<T>) =>
    reader(rule[key], `${place}.${key}`, silent);
  const counts = action > bury && action !== nearPrice;
  const ofKinds = action === atMost ? kinds : kinds.slice(0, 2);
  const kind = counts && rule.of !== undefined ? read('of', one(ofKinds)) : kinds[counts ? 0 : 3]!;
  let [amount, amountTo] = [0, 0];
  if (action === atMost) amount = read('count', whole(1, 100));
  if (action === boost) amount = read('by', whole(1, 900));
  if (action === bury) amount = read('by', whole(1, 100));
  if (action === nearPrice)
    ({ from: amount, to: amountTo } = read('percent', ends(whole(0, 10_000), 0, 10_000)));
  return { kind: kinds.indexOf(kind), amount, amountTo };
}
