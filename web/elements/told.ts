/** What passes between elements and the controller: elements ask by event, are told by property. */

import type { Reason } from '../engine/recommender.js';
import type { GoalState } from '../goal.js';
import type { Placement } from '../json.js';
import type { Say } from '../strings/strings.js';

/** An offer with what the page sells it for now. Text is clean, addresses are safe or ''. */
export interface ShownOffer {
  id: string;
  title: string;
  url: string;
  image: string;
  /** As the locale writes it. */
  price: string;
  priceMinor: number;
  exponent: number;
  currency: string;
  reason: Reason;
  support: number;
}

/** The shop around the elements. */
export interface Shop {
  locale: string;
  say: Say;
  /** Puts one of a shown product into the cart; rejects when the shop refuses. */
  add(id: string): Promise<void>;
}

/** What an element wants to be told. */
export type Ask =
  | {
      kind: 'row';
      limit: number;
      product: string | undefined;
      /** Undefined: those of the configuration. */
      lists: readonly string[] | undefined;
      placement: Placement | undefined;
    }
  | { kind: 'bundle'; limit: number; product: string }
  | { kind: 'goal'; limit: number };

/** The properties by which an element is told. */
export interface Told extends HTMLElement {
  shop: Shop;
  offers: readonly ShownOffer[];
  goals?: readonly GoalState[];
  /** What a complete bundle costs, in minor units, where the merchant set a price for it. */
  bundleMinor?: number | null;
  /** Whether the shopper caused this change, so that it may be announced. */
  announce?: boolean;
}

declare global {
  interface GlobalEventHandlersEventMap {
    'goeswith:ask': CustomEvent<Ask>;
    'goeswith:view': CustomEvent<ViewDetail>;
    'goeswith:click': CustomEvent<OfferDetail>;
    'goeswith:add': CustomEvent<OfferDetail>;
    'goeswith:goal': CustomEvent<GoalState>;
    'goeswith:error': CustomEvent<ErrorDetail>;
  }
}

/** An offer of a row; `position` counts from 1. */
export interface OfferDetail {
  id: string;
  title: string;
  position: number;
  reason: Reason;
  priceMinor: number;
  exponent: number;
  currency: string;
}

export interface ViewDetail {
  offers: OfferDetail[];
}

/** `code` is for programs ("model-404"), `message` for people. */
export interface ErrorDetail {
  code: string;
  message: string;
}

/** Tells the page; false when the page cancelled it. Bubbles out of shadow roots. */
export function tell(target: EventTarget, name: string, detail: unknown): boolean {
  return target.dispatchEvent(
    new CustomEvent(name, {
      detail,
      bubbles: true,
      composed: true,
      cancelable: name === 'goeswith:add',
    }),
  );
}
