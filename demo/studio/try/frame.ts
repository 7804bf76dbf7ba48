/**
 * The shop that is tried: a page of its own in a frame, so that the widget meets what it will meet in
 * a shop, a window as wide as a phone's, a language, a direction, a font. It is told everything by the
 * studio, and asks nobody for anything; its own policy forbids it.
 */
import { exponentOf } from '../../../web/money.js';
import { wear } from './looks.js';
import type { FromFrame, ToFrame, TriedPage } from './messages.js';
import { draw } from './page.js';
import { Widget } from './widget.js';

const tell = (message: FromFrame) => parent.postMessage(message, location.origin);
const widget = new Widget((id) => tell({ add: id }));
let page: TriedPage | undefined;
let config = '{}';

/** The language is the page's; a shop's own texts lie over it. */
let spoken = '';
let stage = '';

async function show(next: TriedPage): Promise<void> {
  const { recommender } = widget;
  page = next;
  const root = document.documentElement;
  root.lang = next.lang;
  root.dir = next.dir;
  root.style.colorScheme = next.scheme;
  wear(next.look);
  const currency = recommender?.currency || next.currency;
  const exponent = recommender?.currency ? recommender.exponent : exponentOf(currency);
  const product = (id: string) => recommender?.product(id);
  widget.stage = next.stage;
  draw({ page: next, currency, exponent, product, tell });
  widget.cart = {
    ...{ currency, exponent, locale: next.lang, needsShipping: true, taxIncluded: true },
    lines: next.lines.map(({ id, qty }) => {
      const known = product(id);
      return { key: id, productId: id, qty, unitMinor: known?.priceMinor, name: known?.title };
    }),
  };
  if (spoken === next.lang && stage === next.stage) return;
  [spoken, stage] = [next.lang, next.stage];
  await widget.configure(config);
}

async function hear(message: ToFrame): Promise<void> {
  if ('model' in message) await widget.open(message.model);
  else if ('config' in message) {
    config = message.config;
    await widget.configure(config);
  }
  const next = 'page' in message ? message.page : page;
  if (next) await show(next);
}

// One after the other: a cart that is told while a model is opened belongs to that model.
let last: Promise<unknown> = Promise.resolve();
addEventListener('message', ({ data, source, origin }: MessageEvent<ToFrame>) => {
  if (source !== parent || origin !== location.origin) return;
  last = last
    .then(() => hear(data))
    .catch((error: unknown) =>
      tell({ trouble: error instanceof Error ? error.message : String(error) }),
    );
});

document.addEventListener('goeswith:error', ({ detail: { code, message } }) => {
  // The step "Decide" tells what is wrong in shop.json, at its place.
  if (code !== 'config-invalid') tell({ trouble: message });
});

// A link leads to the product's page in this frame. No click of whatever button leads out of it.
for (const name of ['click', 'auxclick'])
  addEventListener(
    name,
    (event) => {
      const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
      if (!link) return;
      event.preventDefault();
      tell({ open: decodeURIComponent(new URL(link.href).hash.slice(1)) });
    },
    true,
  );

tell({ ready: true });
