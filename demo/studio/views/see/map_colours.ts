import type { Dot } from './map_settle.js';

/** As many categories have a colour of their own; more could not be told apart. */
const colours = 12;
const other = colours;

/** A category on the map. */
export interface Category {
  number: number;
  name: string;
  dots: number;
  /** Which colour, `other` for all that have none of their own. */
  colour: number;
}

/** The categories of dots, those with most of them first. */
export function categoriesOf(dots: readonly Dot[], names: readonly string[]): Category[] {
  const counts = new Map<number, number>();
  for (const { product } of dots)
    counts.set(product.category, (counts.get(product.category) ?? 0) + 1);
  return [...counts]
    .map(([number, of]) => ({ number, dots: of, name: names[number] ?? '', colour: other }))
    .sort((a, b) => Number(b.number >= 0) - Number(a.number >= 0) || b.dots - a.dots)
    .map((category, at) => ({
      ...category,
      name: category.name || 'no category',
      colour: category.number < 0 ? other : Math.min(at, other),
    }));
}

/** Every colour's class, `other` last. */
export const colourClasses = Array.from({ length: colours + 1 }, (_, at) => `c${at}`);

/** The colours as the style sheet has them now, light or dark: a canvas knows no custom property. */
export function paletteOf(swatches: Iterable<Element>): string[] {
  return [...swatches].map((swatch) => getComputedStyle(swatch).color);
}
