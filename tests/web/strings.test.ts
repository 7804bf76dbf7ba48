import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { texts as ar } from '../../web/strings/ar.js';
import { texts as cs } from '../../web/strings/cs.js';
import { texts as de } from '../../web/strings/de.js';
import { en } from '../../web/strings/en.js';
import { texts as es } from '../../web/strings/es.js';
import { texts as fr } from '../../web/strings/fr.js';
import { texts as it } from '../../web/strings/it.js';
import { texts as ja } from '../../web/strings/ja.js';
import { texts as nl } from '../../web/strings/nl.js';
import { texts as pl } from '../../web/strings/pl.js';
import { texts as pt } from '../../web/strings/pt.js';
import { type StringKey, speakOf, type Texts } from '../../web/strings/strings.js';

const languages: Record<string, Texts> = { ar, cs, de, en, es, fr, it, ja, nl, pl, pt };
const keys = Object.keys(en) as StringKey[];
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '');
const holes = (text: Texts[StringKey]) =>
  [...new Set(JSON.stringify(text).match(/\{\w+\}/g) ?? [])].sort();
const named = (text: Texts[StringKey]) => holes(text).filter((hole) => hole !== '{n}');

test('every file of a language is tested here', () => {
  // The tests run from a bundle beside nothing; the repository is the working folder.
  const files = readdirSync('web/strings').map((file) => file.replace('.ts', ''));
  assert.deepEqual(files.filter((file) => file.length === 2).sort(), Object.keys(languages).sort());
});

for (const [language, texts] of Object.entries(languages))
  test(`${language} says everything, with the same names and amounts, in every number`, async () => {
    assert.deepEqual(Object.keys(texts), keys);
    const say = await speakOf(language, {});
    for (const key of keys) {
      // Arabic has words for one and two, so that its forms may do without the number.
      assert.deepEqual(named(texts[key]), named(en[key]), key);
      if (holes(en[key]).includes('{n}')) assert.ok(holes(texts[key]).includes('{n}'), key);
      const values = { amount: '5 €', reward: 'X', name: 'X', current: '1', target: '2', of: 9 };
      for (const n of [0, 1, 2, 3, 5, 11, 22, 100, 1.5, 1_000_000]) {
        const said = say(key, { ...values, n });
        assert.ok(said.length > 0 && !/[{}]/.test(said), `${key}: ${said}`);
      }
    }
  });

test('plural forms follow the language', async () => {
  const items = async (language: string, n: number) =>
    plain((await speakOf(language, {}))('items', { n }));
  assert.equal(await items('pl', 1), '1 produkt');
  assert.equal(await items('pl', 3), '3 produkty');
  assert.equal(await items('pl', 5), '5 produktów');
  assert.equal(await items('fr', 0), '0 article');
  assert.equal(await items('cs', 2), '2 kusy');
  assert.equal(await items('ar', 2), 'منتجين');
  assert.equal(await items('ja', 7), '7点');
});

test('what is missing is said in the number of its pieces, and as money where it is money', async () => {
  const missing = async (language: string, amount: string, n = Number.NaN) =>
    plain((await speakOf(language, {}))('free-shipping.remaining', { amount, n }));
  assert.equal(await missing('es', '1 artículo', 1), 'Te falta 1 artículo para el envío gratis');
  assert.equal(await missing('es', '13,50 €'), 'Te faltan 13,50 € para el envío gratis');
  assert.equal(
    await missing('it', '1 articolo', 1),
    'Ti manca 1 articolo per la spedizione gratuita',
  );
  assert.equal(await missing('pl', '2 produkty', 2), 'Do darmowej dostawy brakuje 2 produktów');
  assert.equal(await missing('pl', '13,50 €'), 'Do darmowej dostawy brakuje 13,50 €');
  assert.equal(await missing('cs', '2 kusy', 2), 'Do dopravy zdarma zbývají 2 kusy');
  assert.equal(await missing('cs', '13,50 €'), 'Do dopravy zdarma zbývá 13,50 €');
});

test('French has a no-break space before what other languages write close to the word', () => {
  const forms = Object.values(fr).flatMap((text) =>
    typeof text === 'string' ? text : Object.values(text),
  );
  for (const form of forms) assert.doesNotMatch(form, /[^\u00a0\u202f][:;?!]/, form);
  assert.ok(forms.some((form) => form.includes('\u00a0:')));
});

test('a page speaks as its html element says, and English where that is no language of ours', async () => {
  const add = async (lang: string) => (await speakOf(lang, {}))('add');
  assert.equal(await add('de'), 'In den Warenkorb');
  assert.equal(await add('pt-BR'), 'Adicionar ao carrinho');
  assert.equal(await add('de_AT'), 'In den Warenkorb');
  for (const lang of ['', 'xx', 'tlh', 'constructor', '"><script>'])
    assert.equal(await add(lang), 'Add to cart', lang);
});

test('a shop may say it in its own words, and nonsense changes nothing', async () => {
  const own = {
    add: 'Kaufen',
    items: { one: '{n} Stück', other: '{n} Stück' },
    price: 7,
    nonsense: 'x',
    __proto__: { failed: 'x' },
  };
  const say = await speakOf('de', own);
  assert.equal(say('add'), 'Kaufen');
  assert.equal(plain(say('items', { n: 2 })), '2 Stück');
  assert.equal(say('price'), 'Preis');
  assert.match(plain(say('failed', { name: 'X' })), /^X konnte/);
});

test('the schema names the same texts', () => {
  const schema = JSON.parse(readFileSync('web/shop.schema.json', 'utf8'));
  assert.deepEqual(schema.properties.strings.propertyNames.enum, keys);
});
