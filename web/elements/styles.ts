import { css } from './dom.js';

/**
 * The looks of all elements: the shop's own fonts and colours by inheritance, lines and grounds
 * mixed from its text colour, so that they fit on light and dark pages alike.
 */
export const baseStyles = css`
  :host {
    display: block;
    flex: 1 1 auto;
    align-self: stretch;
    justify-self: stretch;
    min-inline-size: 0;
    min-block-size: var(--goes-with-height);
    --line: color-mix(in srgb, currentcolor 16%, transparent);
    --ground: color-mix(in srgb, currentcolor 6%, transparent);
    --quiet: color-mix(in srgb, currentcolor 78%, transparent);
    --gap: var(--goes-with-gap, 1rem);
    --radius: var(--goes-with-radius, 0.625rem);
    --accent: var(--goes-with-accent, currentcolor);
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  section {
    position: relative;
    container-type: inline-size;
    overflow-wrap: anywhere;
  }
  section[aria-labelledby] {
    padding-block: var(--goes-with-margin, 1rem);
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .title {
    margin: 0 0 var(--gap);
    font-size: 1.25em;
    font-weight: 600;
    line-height: 1.3;
    text-wrap: balance;
  }
  a {
    color: inherit;
    text-decoration: none;
  }
  :focus-visible {
    outline: 2px solid currentcolor;
    outline-offset: 2px;
  }
  .notice {
    position: absolute;
    z-index: 1;
    inset-block-start: 0;
    inset-inline-end: 0;
    max-inline-size: 100%;
    margin: 0;
    padding: 0.5em 0.875em;
    border: 1px solid CanvasText;
    border-radius: var(--radius);
    background: Canvas;
    color: CanvasText;
    font-size: 0.9375em;
    line-height: 1.4;
  }
`;

/** A card: picture, name, price, button; narrow ones stand upright, `.flat` ones lie. */
export const cardStyles = css`
  .card {
    position: relative;
    display: flex;
    flex-direction: column;
    gap: 0.5rem;
    min-inline-size: 0;
    --padding: var(--goes-with-card-padding, 0px);
    padding: var(--padding);
  }
  .link {
    display: flex;
    flex-direction: column;
    gap: 0.625rem;
  }
  .picture {
    position: relative;
    display: grid;
    place-items: center;
    aspect-ratio: var(--goes-with-picture-ratio, 1);
    border-radius: var(--radius);
    overflow: hidden;
    background: var(--goes-with-picture-ground, var(--ground));
  }
  .letter {
    color: var(--quiet);
    font-size: 2em;
    font-weight: 600;
    text-transform: uppercase;
  }
  img:not([hidden]) ~ .letter {
    display: none;
  }
  img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: var(--goes-with-picture-fit, cover);
  }
  .name {
    display: -webkit-box;
    min-block-size: 2.7em;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    font-size: 0.9375em;
    line-height: 1.35;
  }
  .price,
  .evidence {
    margin: 0;
    line-height: 1.35;
  }
  .price {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .evidence {
    color: var(--quiet);
    font-size: 0.8125em;
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-block-size: 44px;
    min-inline-size: 44px;
    margin-block-start: auto;
    padding: 0.5em 0.875em;
    border: 1px solid var(--goes-with-button-line, color-mix(in srgb, currentcolor 60%, transparent));
    border-radius: var(--goes-with-button-radius, var(--radius));
    background: var(--goes-with-button-ground, transparent);
    color: var(--goes-with-button-text, inherit);
    font: inherit;
    font-size: 0.9375em;
    font-weight: 600;
    line-height: 1.2;
    cursor: pointer;
    transition: background-color 0.15s, box-shadow 0.15s;
  }
  button:not(.step)[aria-disabled='true'] {
    cursor: progress;
  }
  button:not(.step)[aria-disabled='true']::before {
    content: '';
    flex: none;
    inline-size: 0.875em;
    block-size: 0.875em;
    border: 2px solid;
    border-inline-end-color: transparent;
    border-radius: 50%;
    animation: turn 0.8s linear infinite;
  }
  .flat {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-content: start;
    align-items: center;
    gap: 0.25rem 1rem;
    min-block-size: calc(4.5rem + 2 * var(--padding));
    padding-inline-start: calc(5.375rem + var(--padding));
  }
  .flat > * {
    grid-column: 1 / -1;
  }
  .flat .link {
    display: block;
  }
  .flat .picture {
    position: absolute;
    inset-block-start: var(--padding);
    inset-inline-start: var(--padding);
    inline-size: 4.5rem;
    aspect-ratio: 1;
  }
  .flat .price {
    grid-column: 1;
  }
  .flat button {
    grid-column: 2;
    justify-self: end;
    margin: 0;
  }
  /* Cards of the shop's own, see own_card.ts. */
  ::slotted([slot^='card-']) {
    display: grid;
    flex: 1;
    grid-column: 1 / -1;
    grid-template-columns: minmax(0, 1fr);
  }
  /* Letters of twice the size on a small phone. */
  @container (inline-size < 12rem) {
    .flat {
      display: flex;
      align-items: stretch;
      padding: var(--padding);
    }
    .flat .picture {
      position: relative;
      inset: auto;
    }
    .name {
      -webkit-line-clamp: 5;
      line-clamp: 5;
    }
  }
  @media (hover: hover) {
    .link:hover .name {
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
    button:not([aria-disabled='true']):hover {
      box-shadow: inset 0 0 0 99vmax color-mix(in srgb, currentcolor 10%, transparent);
    }
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before {
      transition: none !important;
      animation-duration: 4s !important;
    }
  }
`;
