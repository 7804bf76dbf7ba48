import type { Placement, Stage } from '../../../web/json.js';

/** What passes between the studio and the shop that is tried in a frame. */

/** A line of the tried cart. */
export interface TriedLine {
  id: string;
  qty: number;
}

/** How the widget looks: a theme, and what is set beside it. */
export interface Look {
  /** '' is none: the widget takes everything from the page. */
  theme: string;
  /** "#0b6e5d", or '' for the theme's own. */
  accent: string;
  /** What CSS calls the page's font, or ''. */
  font: string;
  /** In pixels; below 0 the theme's own. */
  radius: number;
}

/** The page of the shop that is tried. */
export interface TriedPage {
  placement: Placement;
  stage: Stage;
  /** The product at hand, on its own page and beneath the drawer. */
  product: string;
  lines: readonly TriedLine[];
  /** Of the cart where the model knows none. */
  currency: string;
  /** As `<html lang>` has it. */
  lang: string;
  dir: 'ltr' | 'rtl';
  scheme: 'light' | 'dark';
  look: Look;
}

export type ToFrame =
  | { model: Uint8Array }
  /** shop.json as text. */
  | { config: string }
  | { page: TriedPage };

export type FromFrame =
  | { ready: true }
  /** A product was put into the cart, or a line changed; 0 takes it out. */
  | { add: string }
  | { id: string; qty: number }
  /** A product's link was followed. */
  | { open: string }
  /** Why the widget shows nothing, in its own words. */
  | { trouble: string };
