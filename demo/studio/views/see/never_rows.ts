import { store } from '../../view.js';
import { csvOf, save } from './csv.js';
import type { Product } from './facts.js';

export type By = 'rank' | 'name' | 'category' | 'price';

/** A product that is never among the first four offers, and why. */
export interface Row {
  rank: number;
  product: Product;
  category: string;
}

/** By what a row is sorted. */
export function keyOf({ rank, product, category }: Row, by: By): number | string {
  if (by === 'rank') return rank;
  if (by === 'price') return product.priceMinor;
  return by === 'name' ? product.title : category;
}

/** Why it is offered nowhere. */
export function why({ share, neighbours }: Product): string {
  if (neighbours > 0) return 'others come before it';
  return share > 0 ? 'bought with nothing often enough' : 'not bought yet';
}

/** All that were found, in pieces: a long list must not hold the page. */
export async function saveRows(found: readonly Row[]): Promise<void> {
  const { exponent = 2 } = store.state.products ?? {};
  let text = csvOf([['id', 'title', 'category', 'price', 'share_of_orders', 'neighbours', 'why']]);
  for (let at = 0; at < found.length; at += 2000) {
    const rows = found
      .slice(at, at + 2000)
      .map(({ product, category }) => [
        ...[product.id, product.title, category],
        product.priceMinor ? (product.priceMinor / 10 ** exponent).toFixed(exponent) : '',
        ...[product.share.toFixed(6), product.neighbours, why(product)],
      ]);
    text += csvOf(rows);
    await new Promise((resolve) => setTimeout(resolve));
  }
  save('never-offered.csv', text);
}
