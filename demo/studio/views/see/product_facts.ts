import { html, nothing, type TemplateResult } from 'lit';
import type { ProductReport } from '../../messages.js';
import { store } from '../../view.js';
import { facts } from './facts.js';
import { count, inOrders, percent, price } from './words.js';

/** What is known of a product besides its neighbours; what is not known is left out. */
export function factsOf(report: ProductReport, nameOf: (id: string) => TemplateResult) {
  const product = store.state.products?.products[facts.numberOf(report.id)];
  const text = (name: string) => (typeof report[name] === 'string' ? (report[name] as string) : '');
  const number = (name: string) =>
    typeof report[name] === 'number' ? (report[name] as number) : 0;
  const list = (name: string) => (Array.isArray(report[name]) ? (report[name] as string[]) : []);
  const interval = number('usual_days_until_bought_again');
  const trending = number('trending_rank');
  const known: [string, unknown][] = [
    ['Id', html`<code>${report.id}</code>`],
    [
      'Sold',
      product
        ? `${inOrders(product.share)}, best seller number ${count(report.popularity_rank)}`
        : '',
    ],
    ['Price', product ? price(product.priceMinor) : ''],
    ['Category', text('category')],
    ['Brand', text('brand')],
    ['Tags', list('tags').join(', ')],
    ['First seen', text('first_seen')],
    ['Bought again', interval ? `mostly after ${count(interval)} days` : ''],
    ['On the rise', trending ? `number ${trending} in the shop` : ''],
    [
      'Margin',
      typeof report.margin_percent === 'number' ? percent(report.margin_percent / 100) : '',
    ],
    ['Variant of', text('variant_of') ? nameOf(text('variant_of')) : ''],
    [
      'Better versions',
      list('upgrades').length > 0 ? list('upgrades').map((id) => nameOf(id)) : '',
    ],
  ];
  return html`<dl class="facts">${known.map(([name, value]) =>
    value
      ? html`<div class=${Array.isArray(value) ? 'wide' : nothing}><dt>${name}</dt><dd>${value}</dd></div>`
      : nothing,
  )}</dl>`;
}
