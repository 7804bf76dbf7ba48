import type { Config } from '../config.js';
import { type Placement, placements, type Stage, stages } from '../json.js';
import type { Texts } from './texts.js';

// By number, as src/recommend/moment.h has them.
const lists = [
  'goes-with',
  'together',
  'likely',
  'best-sellers',
  'new',
  'trending',
  'upgrade',
  'viewed',
  'seen-not-bought',
  'bought-before',
  'due-again',
  'picked',
];
const scopes = [
  'all',
  'category',
  'brand',
  'product-category',
  'product-brand',
  'seen-category',
  'cart-category',
  'top-product-category',
];
const noGroup = 0xffff;

/**
 * The words of a chain of lists, such as "together", "best-sellers:cart-category" or
 * "new:category=Cups". A list that does not exist is told to `wrong`; one of a category or brand
 * that the model does not have is passed over.
 */
export function listWords(
  names: readonly string[],
  texts: Texts,
  wrong: (name: string) => void = () => {},
): number[] {
  return names.flatMap((name) => {
    const [, list = '', scope = 'all', group] =
      /^([\w-]+)(?::([\w-]+)(?:=(.+))?)?$/.exec(name.trim()) ?? [];
    const [at, where] = [lists.indexOf(list), scopes.indexOf(scope)];
    const named = where === 1 || where === 2;
    if (at < 0 || where < 0 || named !== (group !== undefined)) {
      wrong(name);
      return [];
    }
    const number = named ? texts.group(where === 1 ? 20 : 21, group!) : noGroup;
    return number === undefined ? [] : [(at | (where << 8) | (number << 16)) >>> 0];
  });
}

/** The lists of the first row that is for this place and shopper; none where there is no such row. */
export function listsFor(config: Config, placement: Placement, stage: Stage): readonly string[] {
  const [at, whom] = [1 << placements.indexOf(placement), 1 << stages.indexOf(stage)];
  return config.rows.find((row) => row.at & at && row.for & whom)?.show ?? [];
}
