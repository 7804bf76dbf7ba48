import { html, nothing } from 'lit';
import { store } from '../../view.js';
import { facts } from './facts.js';
import type { Category } from './map_colours.js';
import type { Dot } from './map_settle.js';
import type { MapStage } from './map_stage.js';
import { count } from './words.js';

const sizes = [100, 200, 400];

/** Above the map: search, how many, and what part of it is seen. */
export function mapTools(of: {
  search: string;
  found: readonly Dot[];
  all: number;
  shop: number;
  mapped: number;
  stage: MapStage | undefined;
  find: (search: string) => void;
  enter: () => void;
}) {
  const offered = sizes.filter((_, at) => at === 0 || sizes[at - 1]! < of.shop);
  return html`
    <div class="tools">
      <label class="search">Search the map
        <input type="search" .value=${of.search} placeholder="part of a name or id"
          @input=${(event: Event) => of.find((event.target as HTMLInputElement).value)}
          @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && of.enter()}></label>
      ${
        offered.length > 1
          ? html`<label class="pick">Best sellers
            <select @change=${(event: Event) => facts.askMap(Number((event.target as HTMLSelectElement).value))}>
              ${offered.map((size) => html`<option value=${size} ?selected=${size === of.mapped}>${size < of.shop ? size : `all ${count(of.shop)}`}</option>`)}
            </select></label>`
          : nothing
      }
      <div class="zoom" role="group" aria-label="Zoom">
        <button type="button" aria-label="Zoom in" @click=${() => of.stage?.view.by(1.5)}>+</button>
        <button type="button" aria-label="Zoom out" @click=${() => of.stage?.view.by(1 / 1.5)}>−</button>
        <button type="button" @click=${() => of.stage?.fit()}>Show all</button>
      </div>
    </div>
    ${
      of.search.trim() === ''
        ? nothing
        : html`<p class="quiet" role="status">${
            of.found.length > 0
              ? `${count(of.found.length)} of ${count(of.all)} on the map; Enter goes to the first.`
              : html`None of the ${count(of.all)} on the map. <a href="#see-product">Product by product</a> has all.`
          }</p>`
    }`;
}

/** Categories with their colours; one can be looked at alone. */
export function mapLegend(
  categories: readonly Category[],
  only: number | null,
  look: (only: number | null) => void,
) {
  if (categories.length < 2) return nothing;
  return html`
    <div class="legend-chips" role="group" aria-label="Show one category">
      ${categories.map(
        ({ number, name, dots, colour }) => html`
          <button type="button" class="chip" aria-pressed=${number === only}
            @click=${() => look(number === only ? null : number)}><i class="c${colour}" aria-hidden="true"></i>${name}
            <span class="quiet">${count(dots)}</span></button>`,
      )}
    </div>`;
}

/** What is said while there is no map, or it moves. */
export function mapWaiting() {
  const waits = facts.mapping && store.state.work;
  return html`<p class="settling quiet" role="status">${
    facts.trouble ||
    (waits ? 'It comes as soon as your newest orders have been asked.' : 'Laying the map out …')
  }</p>`;
}
