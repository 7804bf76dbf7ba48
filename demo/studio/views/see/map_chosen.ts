import { html, nothing } from 'lit';
import { linkedTo } from './map_list.js';
import type { Dot } from './map_settle.js';
import { inOrders } from './words.js';

/** As many neighbours are named beside the map. */
const named = 6;

/** What is told of the dot that is chosen. */
export function chosenDot(
  dot: Dot | null,
  of: {
    category: (dot: Dot) => string;
    choose: (dot: Dot | null) => void;
    show: (id: string) => void;
  },
) {
  if (!dot) return nothing;
  const linked = linkedTo(dot).slice(0, named);
  return html`
    <div class="chosen">
      <p><strong>${dot.product.title}</strong>
        <button type="button" class="close" aria-label="Close" @click=${() => of.choose(null)}>×</button></p>
      <p class="quiet">${[of.category(dot), inOrders(dot.product.share)].filter(Boolean).join(' · ')}</p>
      ${
        linked.length === 0
          ? html`<p class="quiet">Nothing on this map goes with it.</p>`
          : html`<p>Goes with</p><ul>${linked.map(
              (one) =>
                html`<li><button type="button" class="link" @click=${() => of.choose(one)}>${one.product.title}</button></li>`,
            )}</ul>`
      }
      <button type="button" @click=${() => of.show(dot.product.id)}>All about it</button>
    </div>`;
}
