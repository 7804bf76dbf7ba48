import type { ShopConfig } from './shop_config.js';

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** A selection of products, as rules and goals have it. */
const namesIn = (selection: unknown): readonly string[] => {
  const { product, tag } = (selection ?? {}) as Record<string, unknown>;
  return [
    ...listOf(product).map((id) => `product ${id}`),
    ...listOf(tag).map((name) => `tag ${name}`),
  ];
};

/** What training keeps because a configuration names it, and the currency of orders that tell none. */
function keptFor({ currency, picked, rules = [], goals = [] }: ShopConfig): string {
  const names = [
    ...listOf(picked).map((id) => `product ${id}`),
    ...rules.flatMap((rule) => [...namesIn(rule), ...namesIn(rule.with)]),
    ...goals.flatMap((goal) => [...namesIn(goal.only), ...namesIn(goal.except)]),
  ];
  return JSON.stringify([currency ?? '', ...new Set(names.sort())]);
}

/** Whether training with this configuration would make another file than training with that one. */
export const differs = (trained: ShopConfig, now: ShopConfig): boolean =>
  keptFor(trained) !== keptFor(now);
