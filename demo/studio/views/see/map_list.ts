import { html } from 'lit';
import type { Dot } from './map_settle.js';
import { moreRows } from './sorting.js';
import { inOrders } from './words.js';

/** As many neighbours are named in the list. */
const named = 3;

/** The product at the other end of a dot's links, the strongest first. */
export const linkedTo = (dot: Dot): Dot[] =>
  dot.links.map(({ source, target }) => (source === dot ? target : source));

/** What the map shows, for who cannot see it. */
export function mapList(
  dots: readonly Dot[],
  shown: number,
  of: { category: (dot: Dot) => string; choose: (dot: Dot) => void; more: () => void },
) {
  return html`
    <div class="scrolls"><table class="stacks map-list">
      <caption class="unseen">Products on the map and what binds them</caption>
      <thead><tr><th scope="col">Product</th><th scope="col">Category</th><th scope="col">Sold</th>
        <th scope="col">Bound most to</th></tr></thead>
      <tbody>${dots.slice(0, shown).map(
        (dot) => html`
          <tr data-id=${dot.product.id}>
            <th scope="row"><button type="button" class="link" @click=${() => of.choose(dot)}>${dot.product.title}</button></th>
            <td data-label="Category">${of.category(dot)}</td>
            <td data-label="Sold">${inOrders(dot.product.share)}</td>
            <td data-label="Bound most to">${
              linkedTo(dot)
                .slice(0, named)
                .map(({ product }) => product.title)
                .join(' · ') || 'nothing on this map'
            }</td>
          </tr>`,
      )}</tbody>
    </table></div>
    ${moreRows(shown, dots.length, 'products', of.more)}`;
}
