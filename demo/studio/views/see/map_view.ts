import { select } from 'd3-selection';
import { type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import type { Dot } from './map_settle.js';

/** How near a finger must come to a dot, beyond its edge. */
const reach = 8;
const panStep = 60;
/** What is told of a chosen dot covers so much of a map that is wide enough, as in see.css. */
const [beside, besideFrom] = [300, 640];

/**
 * What part of the map is seen, by mouse, fingers and keys. A page that is scrolled must not be
 * caught by the map: the wheel zooms with Ctrl or once the map has the focus, and one finger moves
 * the map only while it is zoomed.
 */
export class MapView {
  at: ZoomTransform = zoomIdentity;
  #fitted: ZoomTransform = zoomIdentity;
  /** Whether the merchant has moved it: then it is left alone. */
  moved = false;
  readonly place: HTMLElement;
  readonly #zoom = zoom<HTMLElement, unknown>().scaleExtent([0.15, 12]);

  constructor(place: HTMLElement, changed: () => void) {
    this.place = place;
    this.#zoom
      .filter((event: Event) => this.#wanted(event))
      .on(
        'zoom',
        ({ transform, sourceEvent }: { transform: ZoomTransform; sourceEvent: unknown }) => {
          this.at = transform;
          this.moved ||= Boolean(sourceEvent);
          place.classList.toggle('zoomed', transform.k > this.#fitted.k * 1.05);
          changed();
        },
      );
    select(place).call(this.#zoom).on('dblclick.zoom', null);
    // d3 would take every finger; which are taken is told by the style sheet.
    place.style.removeProperty('touch-action');
    place.addEventListener(
      'touchmove',
      (event) => event.touches.length > 1 && event.preventDefault(),
      {
        passive: false,
      },
    );
  }

  #wanted(event: Event): boolean {
    if (event instanceof WheelEvent)
      return event.ctrlKey || event.metaKey || document.activeElement === this.place;
    if ('touches' in event)
      return (event as TouchEvent).touches.length > 1 || this.place.classList.contains('zoomed');
    return event instanceof MouseEvent && event.button === 0 && !event.ctrlKey;
  }

  /** All dots in sight. */
  fit(dots: readonly Dot[]): void {
    const { clientWidth: width, clientHeight: height } = this.place;
    if (dots.length === 0 || width === 0) return;
    const side = (of: (dot: Dot) => number, way: 'min' | 'max') =>
      dots.reduce((so, dot) => Math[way](so, of(dot)), way === 'min' ? Infinity : -Infinity);
    const [left, right] = [side((d) => d.x - d.radius, 'min'), side((d) => d.x + d.radius, 'max')];
    const [top, bottom] = [side((d) => d.y - d.radius, 'min'), side((d) => d.y + d.radius, 'max')];
    const scale = Math.min(2, (width - 40) / (right - left), (height - 56) / (bottom - top));
    this.#fitted = zoomIdentity
      .translate(width / 2, height / 2 - 6)
      .scale(scale)
      .translate(-(left + right) / 2, -(top + bottom) / 2);
    this.moved = false;
    select(this.place).call(this.#zoom.transform, this.#fitted);
  }

  /** A dot in the middle of what is left free, near enough to read what is around it. */
  centre({ x, y }: Dot): void {
    this.moved = true;
    const place = select(this.place);
    place.call(this.#zoom.scaleTo, Math.max(this.at.k, this.#fitted.k * 1.6));
    const { clientWidth: width, clientHeight: height } = this.place;
    place.call(this.#zoom.translateTo, x, y, [
      (width - (width < besideFrom ? 0 : beside)) / 2,
      height / 2,
    ]);
  }

  by(factor: number): void {
    this.moved = true;
    select(this.place).call(this.#zoom.scaleBy, factor);
  }

  /** Whether a key moved it. */
  key(key: string): boolean {
    const pan: Readonly<Record<string, [number, number]>> = {
      ...{ ArrowLeft: [panStep, 0], ArrowRight: [-panStep, 0] },
      ...{ ArrowUp: [0, panStep], ArrowDown: [0, -panStep] },
    };
    const way = pan[key];
    if (way) {
      this.moved = true;
      const { k } = this.at;
      select(this.place).call(this.#zoom.translateBy, way[0] / k, way[1] / k);
    } else if (key === '+' || key === '=') this.by(1.4);
    else if (key === '-') this.by(1 / 1.4);
    else return false;
    return true;
  }

  /** The dot at a place of the page, or null. */
  dotAt(dots: readonly Dot[], { clientX, clientY }: MouseEvent): Dot | null {
    const box = this.place.getBoundingClientRect();
    const [x, y] = this.at.invert([clientX - box.left, clientY - box.top]);
    let [nearest, distance] = [null as Dot | null, reach / this.at.k];
    for (const dot of dots) {
      const away = Math.hypot(dot.x - x, dot.y - y) - dot.radius;
      if (away < distance) [nearest, distance] = [dot, away];
    }
    return nearest;
  }
}
