import { html, nothing } from 'lit';
import { Width } from '../../charts.js';
import { store } from '../../view.js';
import { facts } from './facts.js';
import { hasAll, wordsOf } from './finder.js';
import { chosenDot } from './map_chosen.js';
import { colourClasses } from './map_colours.js';
import { mapList } from './map_list.js';
import type { Dot } from './map_settle.js';
import { MapStage } from './map_stage.js';
import { mapLegend, mapTools, mapWaiting } from './map_tools.js';
import { Part } from './part.js';
import { rowsEach } from './sorting.js';
import { count } from './words.js';

/** The best sellers as dots, and what binds them as lines. */
class MapPart extends Part {
  #stage: MapStage | undefined;
  #search = '';
  #only: number | null = null;
  #chosen: Dot | null = null;
  #pointed: Dot | null = null;
  #shown = rowsEach;
  readonly #width = new Width(() => {
    this.#begin();
    this.#stage?.resized();
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stage?.leave();
    this.#width.stop();
  }

  protected override updated(): void {
    const place = this.querySelector<HTMLElement>('.map-place');
    if (!place) return;
    if (!this.#stage) {
      this.#stage = new MapStage(place, this.querySelectorAll('.palette i'), () => {
        const matching = new Set(this.#found());
        return {
          shown: (dot) => matching.has(dot),
          chosen: this.#pointed ?? this.#chosen,
        };
      });
      this.#width.of(place);
    }
    this.#begin();
    this.#stage.draw();
  }

  #begin(): void {
    const { products } = store.state;
    if (!facts.map || !products || this.#width.now === 0) return;
    if (!this.#stage?.show(facts.map, products, () => this.requestUpdate())) return;
    [this.#chosen, this.#pointed, this.#only, this.#shown] = [null, null, null, rowsEach];
    this.requestUpdate();
  }

  #found(): Dot[] {
    const words = wordsOf(this.#search);
    return (this.#stage?.net.dots ?? []).filter(
      ({ product: { category, title, id } }) =>
        (this.#only === null || category === this.#only) &&
        hasAll(`${title} ${id}`.toLowerCase(), words),
    );
  }

  #choose(dot: Dot | null, centre = false): void {
    this.#chosen = dot;
    this.#pointed = null;
    if (dot && centre) this.#stage?.view.centre(dot);
    this.requestUpdate();
  }

  protected override render() {
    const { products } = store.state;
    if (!products) return nothing;
    const found = this.#found();
    const { dots = [] } = this.#stage?.net ?? {};
    const category = ({ product }: Dot) => products.categories[product.category] ?? '';
    return html`
      <section id="see-map" class="card" aria-labelledby="see-map-title">
        <h2 id="see-map-title">The map of your shop</h2>
        <p>Each dot is one of your best sellers, the larger the more it sells. A line joins two that are bought
          together more often than by chance; what belongs together lies together.</p>
        ${mapTools({
          ...{ search: this.#search, found, all: dots.length, mapped: facts.mapped },
          ...{ shop: products.products.length, stage: this.#stage },
          find: (search) => {
            this.#search = search;
            this.requestUpdate();
          },
          enter: () => found[0] && this.#choose(found[0], true),
        })}
        ${mapLegend(this.#stage?.categories ?? [], this.#only, (only) => {
          this.#only = only;
          this.requestUpdate();
        })}
        <div class="map">
          <div class="map-place" tabindex="0" role="application" aria-roledescription="map"
            aria-label="Map of ${count(dots.length)} products" aria-describedby="see-map-keys"
            @keydown=${this.#pressed} @click=${(event: MouseEvent) => this.#choose(this.#stage?.dotAt(event) ?? null)}
            @pointermove=${this.#moved} @pointerleave=${() => this.#point(null)}>
            <canvas aria-hidden="true"></canvas>
          </div>
          ${(this.#stage?.settled ?? 0) < 1 || facts.mapping ? mapWaiting() : nothing}
          ${chosenDot(this.#chosen, {
            category,
            choose: (dot) => this.#choose(dot, true),
            show: (id) => this.show(id),
          })}
        </div>
        <p class="palette" hidden>${colourClasses.map((name) => html`<i class=${name}></i>`)}</p>
        <p id="see-map-keys" class="quiet">Drag to move. Zoom by the buttons, with two fingers, or by the wheel while
          holding Ctrl. With the keyboard: arrows move, + and − zoom, 0 shows all. The list below says the same.</p>
        <details class="as-list"><summary>The map as a list</summary>
          ${mapList(found, this.#shown, {
            category,
            choose: (dot) => this.show(dot.product.id),
            more: () => {
              this.#shown += rowsEach;
              this.requestUpdate();
            },
          })}</details>
      </section>`;
  }

  readonly #pressed = (event: KeyboardEvent) => {
    if (event.key === '0') this.#stage?.fit();
    else if (event.key === 'Escape' && this.#chosen) this.#choose(null);
    else if (event.ctrlKey || event.metaKey || !this.#stage?.view.key(event.key)) return;
    event.preventDefault();
  };

  readonly #moved = (event: PointerEvent) => {
    if (event.pointerType === 'mouse' && event.buttons === 0)
      this.#point(this.#stage?.dotAt(event) ?? null);
  };

  #point(dot: Dot | null): void {
    if (dot === this.#pointed) return;
    this.#pointed = dot;
    this.querySelector('.map-place')?.classList.toggle('pointing', dot !== null);
    this.#stage?.draw();
  }
}

customElements.define('gs-see-map', MapPart);
