import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import type { MapReport } from '../../messages.js';
import type { Product } from './facts.js';

/** A product on the map; `at` is its number. */
export interface Dot extends SimulationNodeDatum {
  at: number;
  x: number;
  y: number;
  radius: number;
  product: Product;
  /** Links, the strongest first. */
  links: Link[];
}

export interface Link extends SimulationLinkDatum<Dot> {
  source: Dot;
  target: Dot;
  /** Against the strongest on the map, 0 to 1. */
  strength: number;
}

/** What one step may take, of the 16 ms between two pictures. */
const stepMs = 6;

/** Dots by size of their share, and links once each way, the strongest kept. */
export function dotsOf(
  { products, links }: MapReport,
  all: readonly Product[],
): { dots: Dot[]; links: Link[] } {
  const most = Math.max(...all.slice(0, products).map(({ share }) => share), Number.MIN_VALUE);
  const dots = all.slice(0, products).map(
    (product, at): Dot => ({
      ...{ at, product, links: [], x: Number.NaN, y: Number.NaN },
      radius: 3 + 11 * Math.sqrt(product.share / most),
    }),
  );
  const strongest = links.reduce((so, [, , weight]) => Math.max(so, weight), Number.MIN_VALUE);
  const pairs = new Map<string, Link>();
  for (const [from, to, weight] of links) {
    const key = from < to ? `${from} ${to}` : `${to} ${from}`;
    const strength = weight / strongest;
    const pair = pairs.get(key);
    if (pair) pair.strength = Math.max(pair.strength, strength);
    else if (dots[from] && dots[to])
      pairs.set(key, { source: dots[from], target: dots[to], strength });
  }
  for (const link of pairs.values())
    for (const dot of [link.source, link.target]) dot.links.push(link);
  for (const dot of dots) dot.links.sort((a, b) => b.strength - a.strength);
  return { dots, links: [...pairs.values()] };
}

/**
 * Lays dots out, a few milliseconds at a time between two pictures, and says after each step how far
 * it has come, 0 to 1. The same shop settles the same way every time.
 *
 * `width`, `height`  what the map should fill; only their proportion counts
 * Returns what stops it.
 */
export function settle(
  { dots, links }: { dots: Dot[]; links: Link[] },
  { width, height }: { width: number; height: number },
  stepped: (done: number) => void,
): () => void {
  // d3 puts dots without a place in a spiral, the best sellers innermost.
  // The pull to one line widens the map along it, more than by its proportion.
  const flat = Math.min(3, Math.max(0.33, (width / height) ** 1.5));
  const simulation = forceSimulation<Dot>(dots)
    .force(
      'link',
      forceLink<Dot, Link>(links)
        .distance(
          ({ source, target, strength }) =>
            source.radius + target.radius + 12 + 40 * (1 - strength),
        )
        .strength(({ strength }) => 0.1 + 0.7 * strength),
    )
    .force('apart', forceManyBody<Dot>().strength(-55).distanceMax(320))
    .force(
      'room',
      forceCollide<Dot>(({ radius }) => radius + 3),
    )
    .force('across', forceX<Dot>(0).strength(0.06 / flat))
    .force('down', forceY<Dot>(0).strength(0.06 * flat))
    .stop();
  const ticks = Math.ceil(Math.log(simulation.alphaMin()) / Math.log(1 - simulation.alphaDecay()));
  let [done, frame] = [0, 0];
  const step = () => {
    const began = performance.now();
    do simulation.tick();
    while (++done < ticks && performance.now() - began < stepMs);
    stepped(done / ticks);
    if (done < ticks) frame = requestAnimationFrame(step);
  };
  frame = requestAnimationFrame(step);
  return () => cancelAnimationFrame(frame);
}
