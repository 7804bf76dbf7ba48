import { Failure } from '../failure.js';
import { ask, globalObject, methodOf, text } from '../globals.js';
import { isObject, type Json } from '../json.js';
import { currencyCode } from '../money.js';
import type { LiveProduct } from './adapter.js';

// What the adapters of several platforms share. Whatever comes back is untrusted.

/** What the shop prints into the script tag: `data-currency`, `data-token`, `data-item-id`. */
export type Told = Readonly<Record<string, string | undefined>>;

/** Asks as the theme's own calls do: as JSON, or with `body` as a POST. */
export async function asked(path: URL | string, init: Parameters<typeof ask>[1] = {}) {
  const headers = { 'X-Requested-With': 'XMLHttpRequest', ...init.headers };
  return (await ask(`${path}`, { ...init, headers })).body;
}

/** An object to take fields from, whatever it was. */
export function field(value: unknown): Json {
  return isObject(value) ? value : {};
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Text that the platform wrote for HTML, as plain text. */
export function plain(value: unknown): string {
  return text(value).replace(/&(?:#(\d{1,6})|(amp|lt|gt|quot));/g, (all, code, name) =>
    name ? entities[name]! : code <= 0x10ffff ? String.fromCodePoint(code) : all,
  );
}

/** The currency that this page is shown in, by the script tag, else by what the theme prints. */
export function pageCurrency(told: Told): string {
  const names = '[itemprop=priceCurrency],[property="product:price:currency"]';
  const meta = document.querySelector(`meta:is(${names})`)?.getAttribute('content');
  return currencyCode(told.currency ?? meta);
}

export function cookie(name: string): string {
  const start = `${name}=`;
  const pair = document.cookie.split('; ').find((pair) => pair.startsWith(start)) ?? start;
  try {
    return decodeURIComponent(pair.slice(start.length));
  } catch {
    return '';
  }
}

/** jQuery around something, for events that only jQuery hears and tells. */
export function jQueryOf(target: unknown): Json | undefined {
  const wrapped = methodOf(globalThis, 'jQuery')?.(target);
  return globalObject('0', { 0: wrapped });
}

const lacks = new Set<string>();

/** No live details, which is told once; the shop goes on without offers. */
export function lacking(what: string): LiveProduct[] {
  if (lacks.has(what)) return [];
  lacks.add(what);
  throw new Failure('prices-unknown', what);
}
