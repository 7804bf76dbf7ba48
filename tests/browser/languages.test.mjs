import assert from 'node:assert/strict';
import { findings } from './support/axe.mjs';
import { capture, eventually, openPage, test } from './support/browser.mjs';
import { startShop } from './support/shop.mjs';

const shop = await startShop();

/** What the button, the title and the goal say. */
const said = {
  ar: ['أضف إلى السلة', 'يُشترى معًا عادةً'],
  cs: ['Přidat do košíku', 'Často kupováno společně'],
  de: ['In den Warenkorb', 'Wird oft zusammen gekauft'],
  en: ['Add to cart', 'Frequently bought together'],
  es: ['Añadir al carrito', 'Se compran juntos a menudo'],
  fr: ['Ajouter au panier', 'Souvent achetés ensemble'],
  it: ['Aggiungi al carrello', 'Spesso acquistati insieme'],
  ja: ['カートに入れる', 'よく一緒に購入されている商品'],
  nl: ['In winkelwagen', 'Vaak samen gekocht'],
  pl: ['Dodaj do koszyka', 'Często kupowane razem'],
  'pt-PT': ['Adicionar ao carrinho', 'Comprados juntos com frequência'],
  tlh: ['Add to cart', 'Frequently bought together'],
};

/** A page in a language, with a row, a bundle and a goal. */
function pageIn(lang) {
  shop.pages.set(`/lang-${lang}`, {
    body: `<!doctype html><html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">
      <meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <title>${lang}</title><style>body { font: 16px sans-serif; margin: 1rem }</style>
      <script type="module" src="/dist/goeswith.js" data-model="/shop.gw" data-config="/shop.json">
      </script><main><h1>${lang}</h1><goes-with list="together"></goes-with>
      <goes-with-bundle product="TEA-1323"></goes-with-bundle><goes-with-goal></goes-with-goal></main>
      <script type="module">
        import { onPrices, setCart } from '/dist/goeswith.js';
        onPrices((ids) => ids.map((id) => ({ id, price: '1250.00' })));
        setCart({ currency: 'EUR', lines: [{ productId: 'MOK-1000', lineMinor: 3650 }] });
      </script>`,
  });
  return `${shop.origin}/lang-${lang}`;
}

for (const [lang, [button, title]] of Object.entries(said))
  test(`a page in ${lang} is spoken to in its language, and axe finds nothing wrong`, async (t) => {
    const { page, heard } = await openPage(t, { width: 390, height: 844, reducedMotion: 'reduce' });
    await page.goto(pageIn(lang));
    const row = page.locator('goes-with');
    await row.locator('[data-id]').first().waitFor();
    await page.locator('goes-with-goal [role=progressbar]').waitFor();
    assert.equal((await row.getByRole('heading').textContent()).trim(), title);
    assert.equal((await row.locator('.card button').first().textContent()).trim(), button);
    const message = await page.locator('goes-with-goal .message').textContent();
    assert.match(message, /13[.,]50|١٣[٫,.]٥٠/);
    await page.locator('goes-with-bundle').scrollIntoViewIfNeeded();
    await eventually(async () =>
      assert.ok((await page.locator('goes-with-bundle li').count()) >= 2),
    );
    // In every language the longest words and prices still fit the phone.
    const { scrollWidth, clientWidth } = await page.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
      clientWidth: document.documentElement.clientWidth,
    }));
    assert.ok(scrollWidth <= clientWidth, `${scrollWidth} px wide`);
    assert.deepEqual(await findings(page), []);
    // Names are Latin, and stand where the page begins to read.
    const away = await row.locator('.card').evaluateAll((cards) =>
      cards.map((card) => {
        const name = card.querySelector('bdi').getClientRects()[0];
        const { left, right } = card.getBoundingClientRect();
        return document.dir === 'rtl' ? right - name.right : name.left - left;
      }),
    );
    for (const distance of away) assert.ok(Math.abs(distance) < 1, `${distance} px from its side`);
    assert.deepEqual(heard.errors, []);
    await capture(page, `language-${lang}`);
  });
