import type { MapReport, ProductsReport } from '../../messages.js';
import { type Category, categoriesOf, paletteOf } from './map_colours.js';
import { draw } from './map_draw.js';
import { type Dot, dotsOf, settle } from './map_settle.js';
import { MapView } from './map_view.js';

/** What is looked at on the map. */
export interface Looking {
  shown: (dot: Dot) => boolean;
  chosen: Dot | null;
}

/** The dots of a shop on their canvas: laid out once, drawn whenever something changes. */
export class MapStage {
  readonly view: MapView;
  net: ReturnType<typeof dotsOf> = { dots: [], links: [] };
  categories: readonly Category[] = [];
  /** How far the dots have come to rest, 0 to 1. */
  settled = 1;
  #colours = new Map<number, number>();
  #of: MapReport | null = null;
  #frame = 0;
  #stop = () => {};
  readonly #canvas: HTMLCanvasElement;
  readonly #swatches: NodeListOf<Element>;
  readonly #looking: () => Looking;
  readonly #dark = matchMedia('(prefers-color-scheme: dark)');
  readonly #paint = () => this.draw();

  /**
   * `place`     what has the canvas in it, and the focus
   * `swatches`  an element of each colour, the last for categories without one
   */
  constructor(place: HTMLElement, swatches: NodeListOf<Element>, looking: () => Looking) {
    this.view = new MapView(place, this.#paint);
    this.#canvas = place.querySelector('canvas')!;
    this.#swatches = swatches;
    this.#looking = looking;
    this.#dark.addEventListener('change', this.#paint);
  }

  /** Takes everything away that goes on without the page. */
  leave(): void {
    this.#stop();
    cancelAnimationFrame(this.#frame);
    this.#dark.removeEventListener('change', this.#paint);
  }

  /** Lays a map out, unless it is the one that is there; says when it begins and when it rests. */
  show(map: MapReport, { products, categories }: ProductsReport, changed: () => void): boolean {
    if (map === this.#of) return false;
    this.#of = map;
    this.#stop();
    this.net = dotsOf(map, products);
    this.categories = categoriesOf(this.net.dots, categories);
    this.#colours = new Map(this.categories.map(({ number, colour }) => [number, colour]));
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const { clientWidth: width, clientHeight: height } = this.view.place;
    this.view.moved = false;
    this.settled = 0;
    this.#stop = settle(this.net, { width, height }, (done) => {
      this.settled = done;
      // Who wants no motion sees the map when it stands still.
      if (still && done < 1) return;
      this.resized();
      if (done === 1) changed();
    });
    return true;
  }

  /** All of it in sight. */
  fit(): void {
    this.view.fit(this.net.dots);
  }

  dotAt(event: MouseEvent): Dot | null {
    return this.view.dotAt(this.net.dots, event);
  }

  resized(): void {
    if (!this.view.moved) this.fit();
    this.draw();
  }

  /** With the next picture. */
  draw(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      if (this.net.dots.length === 0 || Number.isNaN(this.net.dots[0]?.x)) return;
      const palette = paletteOf(this.#swatches);
      const { color, backgroundColor } = getComputedStyle(this.#canvas);
      draw(this.#canvas, this.net, this.view.at, {
        ...this.#looking(),
        colour: ({ product }) =>
          palette[this.#colours.get(product.category) ?? palette.length - 1]!,
        ...{ ink: color, ground: backgroundColor },
      });
    });
  }
}
