import { type Config, type Goal, mistake } from '../config.js';
import type { Failure } from '../failure.js';
import { bits, day, type Json, number, object, placements, stages, texts, whole } from '../json.js';
import { currencyCode, parseDecimal } from '../money.js';
import type { Texts } from './texts.js';

// By number, as src/recommend/rules.h has them.
const actions = ['exclude', 'pin', 'boost', 'bury', 'share', 'differ', 'near-price', 'at-most'];
const kinds = ['category', 'brand', 'parent', 'any'];
const [pin, boost, share, differ, nearPrice, atMost] = [1, 2, 4, 5, 6, 7];

const noGroup = 0xffff;
const forever = 0xffff;
const anyPrice = 0xffffffff;
const anyMargin = 255;
const selection = 'product category brand tag price margin';

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
  const attempt = (write: () => void) => {
    try {
      write();
    } catch (error) {
      problems.push(mistake((error as Error).message));
    }
  };
  config.rules.forEach((rule, at) => {
    attempt(() => writer.rule(rule, at));
  });
  const goals: Goal[] = [];
  for (const goal of config.goals)
    attempt(() => {
      writer.goal(goal.only, goal.except, goal.place);
      goals.push(goal);
    });
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
    const rule = object(
      json,
      place,
      `do ${selection} by of count percent with at for from until months note`,
    );
    const action = number(rule.do, `${place}.do`, actions);
    const [amount, amountTo] = amountsOf(rule, action, place);
    const counts = [share, differ, atMost].includes(action);
    const kind = counts
      ? number(rule.of ?? 'category', `${place}.of`, action === atMost ? kinds : kinds.slice(0, 2))
      : 3;
    if (action === pin && rule.product === undefined)
      throw new Error(`${place}: a pin names its products`);
    if (action === 0 && !selection.split(' ').some((key) => key in rule))
      throw new Error(`${place}: this would exclude everything`);
    if (rule.months !== undefined && !Array.isArray(rule.months))
      throw new Error(`${place}.months: a list of months belongs here, [6, 7, 8]`);
    const months = ((rule.months as unknown[]) ?? []).reduce<number>(
      (mask, month) => mask | (1 << (whole(month, `${place}.months`, 1, 12) - 1)),
      0,
    );
    const [from, until] = [
      day(rule.from, `${place}.from`, 0),
      day(rule.until, `${place}.until`, forever),
    ];
    const withs =
      rule.with === undefined
        ? undefined
        : this.#select(object(rule.with, `${place}.with`, selection), `${place}.with`);
    if (withs?.length === 0) return;
    if (withs && withs.length > 1)
      throw new Error(`${place}.with: one category and one brand at most belong here`);
    const head = [
      action |
        (kind << 8) |
        (bits(rule.at, `${place}.at`, placements) << 16) |
        (bits(rule.for, `${place}.for`, stages) << 24),
      amount,
      amountTo,
      months | (at << 16),
      from | (until << 16),
    ];
    for (const selector of this.#select(rule, place, action === pin))
      this.#rules.push([...head, ...selector, ...(withs?.[0] ?? everything), withs ? 1 : 0]);
  }

  goal(only: Json | undefined, except: Json | undefined, place: string): void {
    const begin = this.#selectors.length;
    const add = (json: Json | undefined, key: string) => {
      if (json === undefined) return 0;
      const where = `${place}.${key}`;
      const found = this.#select(object(json, where, selection), where);
      // Of what the model does not know, nothing counts.
      this.#selectors.push(...(found.length > 0 ? found : [nothing]));
      return Math.max(found.length, 1);
    };
    const counts = [add(only, 'only'), add(except, 'except')] as const;
    this.#goals.push([begin, counts[0] | (counts[1] << 16)]);
  }

  /** A selector for each pair of a category and a brand; none where the model knows nothing of it. */
  #select(json: Json, place: string, inOrder = false): number[][] {
    const { texts: names } = this.#names;
    const told = (key: string) => texts(json[key], `${place}.${key}`);
    const groups = (key: string, section: 20 | 21) => {
      const wanted = told(key);
      if (wanted.length === 0) return [noGroup];
      return wanted.flatMap((name) => names.group(section, name) ?? []);
    };
    const price = object(json.price ?? {}, `${place}.price`, 'from to');
    const margin = object(json.margin ?? {}, `${place}.margin`, 'from to');
    const ends = [this.#price(price.from, 0), this.#price(price.to, anyPrice)];
    const tags = told('tag').flatMap((tag) => names.group(22, tag) ?? []);
    const products = told('product').flatMap((id) => names.number(id) ?? []);
    if (
      ends.includes(undefined) ||
      (json.tag !== undefined && tags.length === 0) ||
      (json.product !== undefined && products.length === 0)
    )
      return [];
    const begin = this.#products.length;
    const sorted = inOrder ? products : [...new Set(products)].sort((a, b) => a - b);
    this.#products.push(...sorted);
    const percent = (key: 'from' | 'to', otherwise: number) =>
      margin[key] === undefined ? otherwise : whole(margin[key], `${place}.margin.${key}`, 0, 100);
    const margins =
      json.margin === undefined ? anyMargin << 8 : percent('from', 0) | (percent('to', 100) << 8);
    const mask = tags.reduce((all, tag) => all | (1 << tag), 0);
    return groups('category', 20).flatMap((category) =>
      groups('brand', 21).map((brand) => [
        category | (brand << 16),
        mask,
        ends[0]!,
        ends[1]!,
        margins | (sorted.length << 16),
        begin,
      ]),
    );
  }

  /** In minor units of the model; undefined where no amount is in its currency. */
  #price(value: unknown, otherwise: number): number | undefined {
    if (value === undefined) return otherwise;
    const { currency, exponent } = this.#names;
    const amount = (value as Json)[currencyCode(currency)];
    const minor = amount === undefined ? null : parseDecimal(`${amount}`, exponent);
    return minor === null ? undefined : Math.min(minor, anyPrice - 1);
  }
}

const everything = [noGroup | (noGroup << 16), 0, 0, anyPrice, anyMargin << 8, 0];
const nothing = [noGroup | (noGroup << 16), 0, anyPrice, 0, anyMargin << 8, 0];

/** What an action needs to be told besides its name. */
function amountsOf(rule: Json, action: number, place: string): [number, number] {
  if (action === atMost) return [whole(rule.count, `${place}.count`, 1, 100), 0];
  if (action === boost) return [whole(rule.by, `${place}.by`, 1, 900), 0];
  if (action === boost + 1) return [whole(rule.by, `${place}.by`, 1, 100), 0];
  if (action !== nearPrice) return [0, 0];
  const { from = 0, to = 10_000 } = object(rule.percent, `${place}.percent`, 'from to');
  return [
    whole(from, `${place}.percent.from`, 0, 10_000),
    whole(to, `${place}.percent.to`, 0, 10_000),
  ];
}
