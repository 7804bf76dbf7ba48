import { download } from './download.js';
import { Failure, toFailure } from './failure.js';
import { currencyCode, parseDecimal } from './money.js';

/** A reward that an order of a certain amount brings. */
export interface Goal {
  reward: 'free-shipping';
  /** Decimal texts by currency, as the merchant wrote them: { EUR: '50.00' }. */
  amount: ReadonlyMap<string, string>;
  /** Whether the cart's amount counts before or after discounts on the cart. */
  basis: 'before' | 'after';
}

export interface Config {
  goals: Goal[];
  /** Mistakes, each with its place. What they touch is left out; the rest is in force. */
  problems: Failure[];
}

export const noConfig: Config = { goals: [], problems: [] };

/** Fetches and reads shop.json. Never rejects: what is wrong stands in `problems`. */
export async function loadConfig(url: string): Promise<Config> {
  try {
    return parseConfig(await download('config', url, (response) => response.text()));
  } catch (error) {
    return { goals: [], problems: [toFailure(error, 'config-failed')] };
  }
}

/**
 * Reads shop.json. Never throws: a mistake leaves out what it touches and is told in `problems`.
 *
 * `currency`, of orders that tell none, is the trainer's business and passed over here.
 *
 *     { "goals": [ { "reward": "free-shipping", "amount": { "EUR": "50.00" }, "basis": "after" } ] }
 *
 * `amount` is a decimal text by currency; a JSON number is read by its shortest text. `basis` is
 * "after" (discounts) unless given.
 */
export function parseConfig(text: string): Config {
  const config: Config = { goals: [], problems: [] };
  const wrong = (place: string, what: string) => {
    config.problems.push(new Failure('config-invalid', `shop.json: ${place}${what}`));
  };

  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    wrong('', 'this is not JSON');
    return config;
  }
  if (!isObject(root)) {
    wrong('', 'an object belongs here');
    return config;
  }
  for (const key of unknownKeys(root, ['$schema', 'currency', 'goals']))
    wrong(key, ': this key is unknown');
  if (root.goals !== undefined && !Array.isArray(root.goals))
    wrong('goals', ': a list belongs here');
  else
    (root.goals ?? []).forEach((goal: unknown, index: number) => {
      const parsed = parseGoal(goal, `goals[${index}]`, wrong);
      if (parsed) config.goals.push(parsed);
    });
  return config;
}

function parseGoal(
  goal: unknown,
  place: string,
  wrong: (place: string, what: string) => void,
): Goal | null {
  if (!isObject(goal)) {
    wrong(place, ': an object belongs here');
    return null;
  }
  for (const key of unknownKeys(goal, ['reward', 'amount', 'basis']))
    wrong(`${place}.${key}`, ': this key is unknown');
  const { reward, basis = 'after' } = goal;
  if (reward !== 'free-shipping') {
    wrong(`${place}.reward`, ': "free-shipping" belongs here');
    return null;
  }
  if (basis !== 'before' && basis !== 'after') {
    wrong(`${place}.basis`, ': "before" or "after" (discounts) belongs here');
    return null;
  }
  if (!isObject(goal.amount)) {
    wrong(`${place}.amount`, ': amounts by currency belong here, { "EUR": "50.00" }');
    return null;
  }
  const amount = new Map<string, string>();
  for (const [currency, value] of Object.entries(goal.amount)) {
    // The longest exponent there is; whether the cart's currency has these decimals shows later.
    const decimal = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    const minor = parseDecimal(decimal, 4);
    if (currencyCode(currency) !== currency)
      wrong(`${place}.amount.${currency}`, ': this is no currency code such as "EUR"');
    else if (minor === null || minor === 0)
      wrong(`${place}.amount.${currency}`, ': a decimal above 0 belongs here, such as "50.00"');
    else amount.set(currency, decimal);
  }
  return amount.size > 0 ? { reward, basis, amount } : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unknownKeys(object: object, known: string[]): string[] {
  return Object.keys(object).filter((key) => !known.includes(key));
}
