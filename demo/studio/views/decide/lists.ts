/** Lists that a row is filled from, as people say them. */
export const lists = {
  'goes-with': 'What goes with it',
  together: 'Bought together',
  likely: 'Likely to go with it',
  'best-sellers': 'Best sellers',
  new: 'New',
  trending: 'Rising',
  upgrade: 'Better versions',
  viewed: 'Looked at before',
  'seen-not-bought': 'Looked at, not bought',
  'bought-before': 'Bought before',
  'due-again': 'Due again',
  picked: 'Picked by hand',
} as const;

/** The part of the shop that a list is held to. */
export const scopes = {
  all: 'of the whole shop',
  'product-category': 'of the product’s category',
  'product-brand': 'of the product’s brand',
  'cart-category': 'of the cart’s category',
  'top-product-category': 'of its largest line’s category',
  'seen-category': 'of the category looked at last',
  category: 'of a category …',
  brand: 'of a brand …',
} as const;

/** Scopes that name their part. */
export const named: readonly string[] = ['category', 'brand'];

/** "best-sellers:category=Cups" in its parts. */
export interface ListName {
  list: string;
  scope: string;
  group: string;
}

export function readList(name: string): ListName {
  const [, list = '', scope = 'all', group = ''] =
    /^([^:]*)(?::([^=]*)(?:=(.*))?)?$/.exec(name) ?? [];
  return { list, scope, group };
}

export function writeList({ list, scope, group }: ListName): string {
  if (named.includes(scope)) return `${list}:${scope}=${group}`;
  return scope === 'all' ? list : `${list}:${scope}`;
}
