import { download } from './download.js';
import { Failure, toFailure } from './failure.js';
import {
  array,
  attempt,
  bits,
  day,
  each,
  fields,
  flag,
  isObject,
  type Json,
  object,
  one,
  placements,
  type Read,
  type Shape,
  stages,
  text,
  texts,
  whole,
} from './json.js';
import { currencyCode, parseDecimal } from './money.js';

const rewards = ['free-shipping', 'discount', 'gift', 'points', 'message'] as const;
export type Reward = (typeof rewards)[number];
/** Each needs to be told one of these. */
const needs: { [reward in Reward]?: readonly (keyof Goal)[] } = {
  discount: ['percent', 'value'],
  gift: ['product'],
  points: ['points', 'times'],
  message: ['text'],
};

/** Decimal texts by currency, as the merchant wrote them: { EUR: '50.00' }. */
export type Amounts = ReadonlyMap<string, string>;

/** A reward that an order of a certain size brings. */
export interface Goal {
  reward: Reward;
  /** What is needed; empty where items count. */
  amount: Amounts;
  /** Pieces that are needed; 0 where amounts count. */
  items: number;
  /** Whether the cart's amount counts before or after discounts on the cart. */
  basis: 'before' | 'after';
  tax: 'as-shown' | 'included' | 'excluded';
  /** ISO 3166 codes; empty: everywhere. */
  countries: readonly string[];
  /** Days since 1970-01-01, both included. */
  from: number;
  until: number;
  /** What the reward saves the shopper, and what it costs the merchant. */
  value: Amounts;
  cost: Amounts;
  /** The product that is the gift, or ''. */
  product: string;
  text: string;
  percent: number;
  points: number;
  times: number;
  /** What counts and what does not, for the engine; see `Selection` of src/config. */
  only: Json | undefined;
  except: Json | undefined;
  /** Where it stands: "goals[0]". */
  place: string;
}

/** Which lists fill a row, where and for whom; masks as in src/recommend/moment.h. */
export interface Row {
  at: number;
  for: number;
  show: readonly string[];
}

export interface Config {
  goals: Goal[];
  /** As they were written; the engine reads them, because it knows the model's numbers. */
  rules: unknown[];
  rows: Row[];
  picked: readonly string[];
  /** Percent above the product at hand, between which an upgrade costs. */
  upgrade: { from: number; to: number };
  /** What a complete bundle costs less, or in all, where the shop grants it. */
  bundle: { percent: number; amount: Amounts; price: Amounts };
  /** What has fewer pieces is not offered, where the shop tells its stock. */
  stock: number;
  /** Texts of the shop's own instead of ours, by the keys of web/strings/en.ts. */
  strings: Json;
  /** Rows a day for one shopper, where the device remembers. */
  cap: number;
  /** Whether the device may remember, where the shopper agrees; see web/shopper.ts. */
  history: boolean;
  /** A share of carts that sees nothing; see web/experiment.ts. */
  experiment: { name: string; hidden: number } | null;
  /** Mistakes, each with its place. What they touch is left out; the rest is in force. */
  problems: Failure[];
}

export const noConfig: Config = emptyConfig();

function emptyConfig(): Config {
  return {
    goals: [],
    rules: [],
    rows: [],
    picked: [],
    upgrade: { from: 10, to: 60 },
    bundle: { percent: 0, amount: new Map(), price: new Map() },
    stock: 1,
    strings: {},
    cap: Number.POSITIVE_INFINITY,
    history: false,
    experiment: null,
    problems: [],
  };
}

/** Fetches and reads shop.json. Never rejects: what is wrong stands in `problems`. */
export async function loadConfig(url: string): Promise<Config> {
  try {
    return parseConfig(await download('config', url, (response) => response.text()));
  } catch (error) {
    return { ...emptyConfig(), problems: [toFailure(error, 'config-failed')] };
  }
}

/** A mistake in the configuration. */
export function mistake(what: string): Failure {
  return new Failure('config-invalid', `shop.json: ${what}`);
}

/** A decimal text by currency; a JSON number is read by its shortest text. */
const amounts: Read<Amounts> = (value, place, tell) => {
  if (!isObject(value))
    throw new Error(`${place}: amounts by currency belong here, { "EUR": "50.00" }`);
  return new Map(
    Object.entries(value).flatMap(([currency, amount]) => {
      const decimal = typeof amount === 'string' || typeof amount === 'number' ? `${amount}` : '';
      if (currencyCode(currency) !== currency)
        tell(`${place}.${currency}: this is no currency code such as "EUR"`);
      // The longest exponent there is; whether the cart's currency has these decimals shows later.
      else if (!parseDecimal(decimal, 4))
        tell(`${place}.${currency}: a decimal above 0 belongs here, such as "50.00"`);
      else return [[currency, decimal]];
      return [];
    }),
  );
};

const none: Amounts = new Map();

/** Read later, by the engine. */
const later: Read<Json | undefined> = (value) => value as Json;

const goal = fields<Omit<Goal, 'place'>>({
  reward: [one(rewards)],
  amount: [amounts, none],
  items: [whole(1, 1e6), 0],
  basis: [one(['before', 'after']), 'after'],
  tax: [one(['as-shown', 'included', 'excluded']), 'as-shown'],
  countries: [texts, []],
  from: [day, 0],
  until: [day, Number.POSITIVE_INFINITY],
  value: [amounts, none],
  cost: [amounts, none],
  product: [text, ''],
  text: [text, ''],
  percent: [whole(1, 100), 0],
  points: [whole(1, 1e6), 0],
  times: [whole(1, 100), 0],
  only: [later, undefined],
  except: [later, undefined],
});

const parseGoal: Read<Goal | null> = (value, place, tell) => {
  const read = goal(value, place, tell);
  const json = value as Json;
  if ((json.amount === undefined) === (read.items === 0))
    throw new Error(`${place}.amount: amounts by currency, or "items", belong here`);
  // A reward that cannot be named is none.
  const needed = needs[read.reward];
  if (needed?.every((key) => json[key] === undefined))
    throw new Error(`${place}: a "${read.reward}" needs "${needed.join('" or "')}"`);
  return read.items || read.amount.size ? { ...read, place } : null;
};

const row: Shape<Row & { note: unknown }> = {
  at: [bits(placements), 0xff],
  for: [bits(stages), 0xff],
  show: [texts, []],
  note: [later, undefined],
};

const percents = whole(0, 150);

/** How each key is read. */
const keys = {
  $schema: later,
  currency: later,
  goals: each(parseGoal),
  rules: array,
  rows: each(fields(row)),
  picked: texts,
  upgrade: fields({ from: [percents, 10], to: [percents, 60] }),
  bundle: fields<Config['bundle']>({
    percent: [whole(1, 99), 0],
    amount: [amounts, none],
    price: [amounts, none],
  }),
  stock: whole(1, 1e6),
  strings: object,
  cap: whole(1, 1000),
  history: flag,
  experiment: fields({ name: [text, 'goeswith'], hidden: [whole(1, 99)] }),
} as Record<string, Read<unknown>>;

/**
 * Reads shop.json; web/README.md tells what may stand in it. Never throws: a mistake leaves out what
 * it touches and is told in `problems`. `goeswith check` tells every one; this tells the first of
 * each goal, rule and row.
 */
export function parseConfig(text: string): Config {
  const config = emptyConfig();
  const tell = (what: string) => {
    config.problems.push(mistake(what));
  };
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    tell('this is not JSON');
    return config;
  }
  if (!isObject(root)) {
    tell('an object belongs here');
    return config;
  }
  for (const [key, value] of Object.entries(root)) {
    const read = Object.hasOwn(keys, key) && keys[key];
    if (!read) tell(`${key}: this key is unknown`);
    else
      attempt(tell, () => {
        const told = read(value, key, tell);
        if (read !== later) Object.assign(config, { [key]: told });
      });
  }
  return config;
}
