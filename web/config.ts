import { download } from './download.js';
import { Failure, toFailure } from './failure.js';
import {
  bits,
  day,
  isObject,
  type Json,
  number,
  object,
  placements,
  stages,
  texts,
  whole,
} from './json.js';
import { currencyCode, parseDecimal } from './money.js';

const rewards = ['free-shipping', 'discount', 'gift', 'points', 'message'] as const;
export type Reward = (typeof rewards)[number];
/** What each needs to be told, one of the words of a text. */
const needs: Readonly<Record<Reward, readonly string[]>> = {
  'free-shipping': [],
  discount: ['percent value'],
  gift: ['product'],
  points: ['points times'],
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
  placements: number;
  stages: number;
  lists: readonly string[];
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

/**
 * Reads shop.json; web/README.md tells what may stand in it. Never throws: a mistake leaves out what
 * it touches and is told in `problems`. `goeswith check` tells every one; this tells the first of
 * each goal, rule and row.
 */
export function parseConfig(text: string): Config {
  const config = emptyConfig();
  const attempt = (read: () => void) => {
    try {
      read();
    } catch (error) {
      config.problems.push(mistake((error as Error).message));
    }
  };
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    config.problems.push(mistake('this is not JSON'));
    return config;
  }
  if (!isObject(root)) {
    config.problems.push(mistake('an object belongs here'));
    return config;
  }
  const known =
    '$schema currency goals rules rows picked upgrade history experiment bundle stock cap strings'.split(
      ' ',
    );
  for (const key of Object.keys(root))
    if (!known.includes(key)) config.problems.push(mistake(`${key}: this key is unknown`));
  const each = (key: string, read: (value: unknown, place: string) => void) => {
    const list = root[key] ?? [];
    if (Array.isArray(list))
      list.forEach((one, at) => {
        attempt(() => read(one, `${key}[${at}]`));
      });
    else config.problems.push(mistake(`${key}: a list belongs here`));
  };
  each('goals', (value, place) => {
    const goal = parseGoal(value, place, (what) => config.problems.push(mistake(what)));
    if (goal) config.goals.push(goal);
  });
  each('rows', (value, place) => config.rows.push(parseRow(value, place)));
  config.rules = Array.isArray(root.rules) ? root.rules : [];
  if (root.rules !== undefined && !Array.isArray(root.rules))
    config.problems.push(mistake('rules: a list belongs here'));
  attempt(() => {
    config.picked = texts(root.picked, 'picked');
  });
  attempt(() => {
    const { from = 10, to = 60 } = object(root.upgrade ?? {}, 'upgrade', 'from to');
    config.upgrade = {
      from: whole(from, 'upgrade.from', 0, 150),
      to: whole(to, 'upgrade.to', 0, 150),
    };
  });
  attempt(() => {
    if (root.history !== undefined && typeof root.history !== 'boolean')
      throw new Error('history: true or false belongs here');
    config.history = root.history === true;
  });
  attempt(() => {
    if (root.strings !== undefined && !isObject(root.strings))
      throw new Error('strings: texts by their keys belong here');
    config.strings = (root.strings as Json | undefined) ?? {};
  });
  attempt(() => {
    if (root.cap !== undefined) config.cap = whole(root.cap, 'cap', 1, 1000);
  });
  attempt(() => {
    config.stock = root.stock === undefined ? 1 : whole(root.stock, 'stock', 1, 1e6);
  });
  attempt(() => {
    if (root.bundle === undefined) return;
    const { percent, amount, price } = object(root.bundle, 'bundle', 'percent amount price');
    const tell = (what: string) => config.problems.push(mistake(what));
    const amounts = (value: unknown, place: string) =>
      value === undefined ? new Map() : parseAmounts(value, place, tell);
    config.bundle = {
      percent: percent === undefined ? 0 : whole(percent, 'bundle.percent', 1, 99),
      amount: amounts(amount, 'bundle.amount'),
      price: amounts(price, 'bundle.price'),
    };
  });
  attempt(() => {
    if (root.experiment === undefined) return;
    const { name = 'goeswith', hidden } = object(root.experiment, 'experiment', 'name hidden');
    config.experiment = {
      name: texts(name, 'experiment.name')[0]!,
      hidden: whole(hidden, 'experiment.hidden', 1, 99),
    };
  });
  return config;
}

function parseGoal(json: unknown, place: string, tell: (what: string) => void): Goal | null {
  const goal = object(
    json,
    place,
    'reward amount items basis tax only except countries from until value cost product text percent points times',
  );
  const reward = rewards[number(goal.reward, `${place}.reward`, rewards)]!;
  const count = (key: string, most: number) =>
    goal[key] === undefined ? 0 : whole(goal[key], `${place}.${key}`, 1, most);
  const word = (key: string) => texts(goal[key], `${place}.${key}`)[0] ?? '';
  const items = count('items', 1e6);
  if ((goal.amount === undefined) === (items === 0))
    throw new Error(`${place}.amount: amounts by currency, or "items", belong here`);
  const amounts = (key: string) =>
    goal[key] === undefined ? new Map() : parseAmounts(goal[key], `${place}.${key}`, tell);
  const basis = ['before', 'after'] as const;
  const tax = ['as-shown', 'included', 'excluded'] as const;
  const amount = amounts('amount');
  if (items === 0 && amount.size === 0) return null;
  // A reward that cannot be named is none.
  for (const key of needs[reward])
    if (key.split(' ').every((one) => goal[one] === undefined))
      throw new Error(`${place}: a "${reward}" needs "${key.replace(' ', '" or "')}"`);
  return {
    reward,
    amount,
    items,
    basis: basis[number(goal.basis ?? 'after', `${place}.basis`, basis)]!,
    tax: tax[number(goal.tax ?? 'as-shown', `${place}.tax`, tax)]!,
    countries: texts(goal.countries, `${place}.countries`),
    from: day(goal.from, `${place}.from`, 0),
    until: day(goal.until, `${place}.until`, Number.POSITIVE_INFINITY),
    value: amounts('value'),
    cost: amounts('cost'),
    product: word('product'),
    text: word('text'),
    percent: count('percent', 100),
    points: count('points', 1e6),
    times: count('times', 100),
    only: goal.only as Json | undefined,
    except: goal.except as Json | undefined,
    place,
  };
}

/** A decimal text by currency; a JSON number is read by its shortest text. */
function parseAmounts(
  json: unknown,
  place: string,
  tell: (what: string) => void,
): Map<string, string> {
  if (!isObject(json))
    throw new Error(`${place}: amounts by currency belong here, { "EUR": "50.00" }`);
  const amounts = new Map<string, string>();
  for (const [currency, value] of Object.entries(json)) {
    // The longest exponent there is; whether the cart's currency has these decimals shows later.
    const decimal = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    if (currencyCode(currency) !== currency)
      tell(`${place}.${currency}: this is no currency code such as "EUR"`);
    else if (!parseDecimal(decimal, 4))
      tell(`${place}.${currency}: a decimal above 0 belongs here, such as "50.00"`);
    else amounts.set(currency, decimal);
  }
  return amounts;
}

function parseRow(json: unknown, place: string): Row {
  const row = object(json, place, 'at for show note');
  return {
    placements: bits(row.at, `${place}.at`, placements),
    stages: bits(row.for, `${place}.for`, stages),
    lists: texts(row.show, `${place}.show`),
  };
}
