import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { html } from './html.mjs';
import { Answer } from './http.mjs';

const FOLDER = fileURLToPath(new URL('variants/', import.meta.url));
/** The languages of the widget, each with its own name for itself. */
const LANGUAGES = {
  ar: 'العربية',
  cs: 'Čeština',
  de: 'Deutsch',
  en: 'English',
  es: 'Español',
  fr: 'Français',
  it: 'Italiano',
  ja: '日本語',
  nl: 'Nederlands',
  pl: 'Polski',
  pt: 'Português',
};

/** The names of all pages: one a file, and the one of languages once for each of them. */
export const VARIANTS = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.slice(0, -'.html'.length))
  .flatMap((name) =>
    name === 'language' ? Object.keys(LANGUAGES).map((each) => `language-${each}`) : name,
  )
  .sort();

/** A page that shows one way to use the widget, or what it loads; null where there is none. */
export function variant(shop, name) {
  if (name === '') return new Answer(index());
  if (VARIANTS.includes(name)) return new Answer(page(shop, name));
  const [, type] = /^[\w-]+\.(css|json)$/.exec(name) ?? [];
  if (!type || !readdirSync(FOLDER).includes(name)) return null;
  const types = { css: 'text/css; charset=utf-8', json: 'application/json; charset=utf-8' };
  return new Answer(readFileSync(FOLDER + name), { type: types[type], cache: 'public, no-cache' });
}

function page({ catalogue }, name) {
  const [, language = 'en'] = /^language-(\w\w)$/.exec(name) ?? [];
  const file = name.startsWith('language-') ? 'language' : name;
  const values = {
    // Whichever products this shop has: the first one that others were bought with.
    product: catalogue.byId('MOK-1000') ? 'MOK-1000' : catalogue.products[0].id,
    currency: catalogue.currency,
    named: LANGUAGES[language],
  };
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  return readFileSync(`${FOLDER}${file}.html`, 'utf8')
    .replace('<html lang="en" dir="ltr">', `<html lang="${language}" dir="${direction}">`)
    .replace(/%(\w+)%/g, (hole, key) => (key in values ? html`${values[key]}` : hole))
    .replace(
      /<!-- copy -->\n([\s\S]*?)<!-- end -->\n/g,
      (_, markup) => `${html`<pre dir="ltr" tabindex="0"><code>${markup}</code></pre>`}\n${markup}`,
    );
}

const index = () => html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Ways to use the widget</title>
  <link rel="icon" href="/static/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/static/variant.css">
</head>
<body>
  <main>
    <h1>Ways to use the widget</h1>
    <p>Each page shows one of them, and the markup to copy.</p>
    <ul>${VARIANTS.map(
      (name) => html`
      <li><a href="/variants/${name}">${name}</a></li>`,
    )}
    </ul>
  </main>
</body>
</html>
`;
