import { type PlotOptions, plot } from '@observablehq/plot';
import { html, nothing, type TemplateResult } from 'lit';

/** Plot's own rules for this class are in studio.css: the page allows no style element. */
const className = 'chart';

/**
 * A chart by Observable Plot, in the page's colours. Colours are custom properties and
 * `currentColor`, so that it needs no drawing anew between light and dark.
 *
 * It says nothing to a screen reader: whoever shows it says the same in words or in a table, which
 * `figureOf` asks for.
 */
export function drawn(options: PlotOptions): SVGSVGElement | HTMLElement {
  const chart = plot({ ...options, className, figure: false } as PlotOptions);
  for (const element of chart.querySelectorAll('style')) element.remove();
  chart.setAttribute('aria-hidden', 'true');
  for (const attribute of ['role', 'aria-label']) chart.removeAttribute(attribute);
  // Names of parts are for who reads charts aloud; below what is hidden they are only in the way.
  for (const part of chart.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  return chart;
}

/** What a chart shows, as a table: the columns' names, and rows of cells. */
export interface ChartTable {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

/**
 * A chart with what it says.
 *
 * `says`   a sentence under it, for everybody
 * `table`  its figures, folded away; nothing where the sentence has them all
 */
export function figureOf(
  chart: Element,
  says: string | TemplateResult | typeof nothing,
  table?: ChartTable,
): TemplateResult {
  return html`
    <figure class="chart-figure">
      ${chart}
      ${says === nothing ? nothing : html`<figcaption>${says}</figcaption>`}
      ${table ? tableOf(table) : nothing}
    </figure>`;
}

function tableOf({ columns, rows }: ChartTable): TemplateResult {
  return html`
    <details class="chart-table">
      <summary>The figures as a table</summary>
      <div class="figures" tabindex="0" role="group" aria-label="Figures">
        <table>
          <thead><tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
          <tbody>${rows.map(
            ([first, ...cells]) =>
              html`<tr><th scope="row">${first}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`,
          )}</tbody>
        </table>
      </div>
    </details>`;
}

/** How wide an element is, and again whenever that changes; charts are drawn to their width. */
export class Width {
  #width = 0;
  readonly #observer: ResizeObserver;

  constructor(changed: () => void) {
    this.#observer = new ResizeObserver(([entry]) => {
      const width = Math.round(entry?.contentRect.width ?? 0);
      if (width === this.#width || width === 0) return;
      this.#width = width;
      changed();
    });
  }

  of(element: Element): void {
    this.#observer.disconnect();
    this.#observer.observe(element);
  }

  /** 0 until it was seen. */
  get now(): number {
    return this.#width;
  }

  stop(): void {
    this.#observer.disconnect();
  }
}
