/**
 * What the elements say. A text with plural forms is an object by the categories of
 * `Intl.PluralRules`, chosen by {n}.
 */
export const en = {
  'fs.remaining': 'Add {amount} more for free shipping',
  'fs.done': 'You have free shipping',
  'bar.label': 'Free shipping progress',
  'bar.value': '{current} of {target}',
  'gap.title': 'Just right to get there',
  'title.together': 'Frequently bought together',
  'title.likely': 'You may also like',
  'title.best-seller': 'Best sellers',
  evidence: {
    one: 'Bought together in at least {n} order',
    other: 'Bought together in at least {n} orders',
  },
  add: 'Add to cart',
  addNamed: 'Add to cart: {name}',
  added: 'Added to cart: {name}',
  failed: '{name} could not be added',
  price: 'Price',
};
