import type { ShopConfig } from './shop_config.js';

/** Something to paste: where it belongs, and the lines. */
export interface Paste {
  /** What it is for. */
  title: string;
  /** The file, the field or the place. */
  where: string;
  code: string;
}

/** What the lines are made for. */
export interface Snippet {
  platform: Platform;
  config: ShopConfig;
  /** Names of the model and the configuration in the folder. */
  model: string;
  settings: string;
  /** "sha384-..." of goeswith.js; empty where nobody could compute it. */
  integrity: string;
  /** The same of the model, where its name changes with its bytes. */
  modelIntegrity: string;
  /** A product, as the shop's orders call it. */
  example: string;
  /** The folder on another host, "https://cdn.example/goeswith/"; empty: where the platform keeps it. */
  host: string;
}

export interface Platform {
  name: string;
  /** Where the folder's files go. */
  folder: string;
  /** The address of a file there, as the page's template writes it. */
  address: (file: string) => string;
  /** Where the tag goes. */
  tagWhere: string;
  /** What the tag says besides, in the template's words. */
  attributes?: string;
  /**
   * What stands around the tag, where its addresses begin with a variable that is set there; `at` is
   * another host, or ''.
   */
  around?: (tag: string, at: string) => string;
  /** The address of goeswith.js for other scripts, where the tag's own has such a variable. */
  module?: string;
  /** The product of a page, in the template's words, where ids look like `example`. */
  product?: (example: string) => string;
  productWhere: string;
  cartWhere: string;
  /** The platform serves scripts with other bytes than were uploaded, so that no hash can fit. */
  minifies?: true;
  /** What the page's own script has to tell. */
  script?: (from: string) => string;
  /** What else has to be pasted. */
  more?: readonly Paste[];
  /** The file that a nightly training writes, in the shop's folder; empty: it is uploaded. */
  nightly: string;
  /** How last night's file comes to the shop where it is uploaded, or what else is to be done. */
  nightlyNote: string;
  notes: readonly string[];
}

const isNumber = (id: string) => /^\d+$/.test(id);
const files = (folder: string) => (file: string) => `${folder}/${file}`;

/** What a shop without a known platform tells of its prices, and how it adds. */
const ownScript = (from: string) => `<script type="module">
  import { onAdd, onPrices, setCart } from '${from}';
  onPrices((ids) => ids.map((id) => ({ id, price: myShop.price(id) })));
  onAdd((offer) => myShop.add(offer.id));
  setCart({ currency: 'EUR', lines: [{ productId: 'MOKA-3', qty: 1, unitMinor: 2450 }] });
</script>`;
const dataLayerScript = (from: string) => `<script type="module">
  import { onAdd, onPrices } from '${from}';
  onPrices(async (ids) => (await fetch(\`/prices?ids=\${ids.map(encodeURIComponent)}\`)).json());
  onAdd(({ id }) => fetch('index.php?route=checkout/cart.add', {
    method: 'POST', body: new URLSearchParams({ product_id: id, quantity: 1 }),
  }));
</script>`;

/** One entry a platform; web/platforms.md tells the same with its reasons. */
export const platforms: Readonly<Record<string, Platform>> = {
  shopify: {
    name: 'Shopify',
    folder:
      'the theme’s assets (Online Store, Themes, Edit code, Assets), every file by itself. Where your theme refuses one, put the folder on a host of your own and name it above',
    address: (file) => `{{ '${file}' | asset_url }}`,
    tagWhere: 'layout/theme.liquid, before </body>',
    product: () => '{{ product.selected_or_first_available_variant.sku | escape }}',
    productWhere: 'the section of your product page',
    cartWhere: 'the section of your cart',
    minifies: true,
    nightly: '',
    nightlyNote:
      'Then upload it to the theme’s assets: shopify theme push --only assets/shop.gw --allow-live, in a folder that holds assets/shop.gw.',
    notes: [
      'Products are found by the handle in the catalogue’s addresses, or by an id that is the handle: add your product export when you train.',
      'Shopify rewrites scripts when it serves them, so that no hash would fit: the tag has none. The module is checked all the same.',
    ],
  },
  woocommerce: {
    name: 'WooCommerce',
    folder: 'wp-content/uploads/goeswith/, by SFTP or your host’s file manager',
    address: (file) => `%1$s${file}`,
    module: '/wp-content/uploads/goeswith/goeswith.js',
    tagWhere: 'functions.php of your child theme',
    around: (tag, at) => `add_action('wp_footer', function () {
    $at = ${at ? `'${at}'` : "content_url('uploads/goeswith/')"};
    printf('${tag.replaceAll(/\s*\n\s*/g, ' ')}', esc_url($at));
});`,
    product: (example) =>
      isNumber(example)
        ? '<?php echo esc_attr(get_the_ID()); ?>'
        : '<?php echo esc_attr(wc_get_product()->get_sku()); ?>',
    productWhere:
      'woocommerce/content-single-product.php of your child theme; or a Custom HTML block, with the product’s number or SKU written out',
    cartWhere:
      'woocommerce/cart/cart.php of your child theme, or a Custom HTML block of the cart page',
    nightly: 'wp-content/uploads/goeswith/shop.gw',
    nightlyNote: '',
    notes: [
      'Train with product numbers or with SKUs, not with a mixture. Variations are found by SKU alone.',
      'A plugin that delays or minifies JavaScript should leave this tag alone.',
    ],
  },
  prestashop: {
    name: 'PrestaShop',
    folder: 'themes/YOURS/assets/goeswith/',
    address: (file) => `{$urls.theme_assets}goeswith/${file}`,
    tagWhere: 'themes/YOURS/templates/_partials/javascript.tpl, at the end',
    product: (example) =>
      isNumber(example)
        ? '{$product.id_product}'
        : /^\d+-\d+$/.test(example)
          ? '{$product.id_product}-{$product.id_product_attribute}'
          : '{$product.reference}',
    productWhere: 'templates/catalog/product.tpl',
    cartWhere: 'templates/checkout/cart.tpl',
    nightly: 'themes/YOURS/assets/goeswith/shop.gw',
    nightlyNote: '',
    notes: [
      'With references the catalogue needs addresses that hold the product’s number, such as /12-mug.html.',
    ],
  },
  magento: {
    name: 'Magento or Hyvä',
    folder: 'pub/media/goeswith/ (static files are renamed when they are minified)',
    address: files('/media/goeswith'),
    tagWhere: 'Magento_Theme/templates/goeswith.phtml of your theme',
    attributes: `data-currency="<?= $escaper->escapeHtmlAttr($block->getCurrentCurrencyCode()) ?>"`,
    product: () => '<?= $escaper->escapeHtmlAttr($block->getProduct()->getSku()) ?>',
    productWhere:
      'Magento_Catalog/templates/product/view/details.phtml, or any template of a product block',
    cartWhere: 'Magento_Checkout/templates/cart.phtml',
    more: [
      {
        title: 'The block that holds the tag',
        where: 'Magento_Theme/layout/default.xml, inside <body>',
        code: `<referenceContainer name="before.body.end">
  <block class="Magento\\Directory\\Block\\Currency" name="goeswith" template="Magento_Theme::goeswith.phtml"/>
</referenceContainer>`,
      },
    ],
    nightly: 'pub/media/goeswith/shop.gw',
    nightlyNote: '',
    notes: [
      'Magento does not tell coupons: goals need "basis": "before" in shop.json, where no coupon could make the promise wrong.',
      'WebAssembly is allowed by the setting for eval (csp/policies/storefront/scripts/eval), which is on outside the checkout unless somebody switched it off.',
    ],
  },
  bigcommerce: {
    name: 'BigCommerce',
    folder: 'content/goeswith/ by WebDAV',
    address: files('/content/goeswith'),
    tagWhere: 'templates/layout/base.html before </body>, or a script of the Script Manager',
    attributes: `data-token="{{settings.storefront_api.token}}"
  data-currency="{{currency_selector.active_currency_code}}"`,
    product: (example) => (isNumber(example) ? '{{product.id}}' : '{{product.sku}}'),
    productWhere: 'templates/pages/product.html',
    cartWhere: 'templates/pages/cart.html',
    nightly: '',
    nightlyNote: 'Then upload it by WebDAV to content/goeswith/.',
    notes: ['What has options or several variants is offered only by a variant’s SKU.'],
  },
  shopware: {
    name: 'Shopware 6',
    folder: 'Resources/public/goeswith/ of your theme',
    address: (file) => `{{ files }}${file}`,
    module: "{{ asset('bundles/yourtheme/goeswith/goeswith.js') }}",
    tagWhere: 'Resources/views/storefront/base.html.twig of your theme',
    attributes: `data-token="{{ context.salesChannel.accessKey }}"
  data-currency="{{ context.currency.isoCode }}"`,
    around: (tag, at) => `{% sw_extends '@Storefront/storefront/base.html.twig' %}
{% block base_body_script %}
  {{ parent() }}
  {% set files = ${at ? `'${at}'` : "asset('bundles/yourtheme/goeswith/')"} %}
  ${tag.replaceAll('\n', '\n  ')}
{% endblock %}`,
    product: (example) =>
      /^[\da-f]{32}$/.test(example) ? '{{ page.product.id }}' : '{{ page.product.productNumber }}',
    productWhere: 'the template of your product page',
    cartWhere:
      'storefront/page/checkout/cart/index.html.twig, after the parent of page_checkout_cart_product_table',
    nightly: 'public/bundles/yourtheme/goeswith/shop.gw',
    nightlyNote:
      'Keep a copy in Resources/public/goeswith/ of the theme, too: bin/console assets:install puts that one in place.',
    notes: ['A product with variants is offered by the number of a variant.'],
  },
  ga4: {
    name: 'OpenCart, or any shop with a GA4 data layer',
    folder: 'the folder /goeswith/ of your site',
    address: files('/goeswith'),
    tagWhere: 'every page, before </body>',
    productWhere: 'the product page, with the product’s id as your orders call it',
    cartWhere: 'the cart page',
    script: dataLayerScript,
    nightly: 'goeswith/shop.gw',
    nightlyNote: '',
    notes: [
      'A data layer tells the cart. It tells no prices and cannot add: the two lines of your own script do.',
      'Where its ids are longer than yours, say how yours is found in them: data-item-id="^shopify_[A-Z]+_\\d+_(\\d+)$" in the tag.',
    ],
  },
  own: {
    name: 'A shop of your own',
    folder: 'the folder /goeswith/ of your site',
    address: files('/goeswith'),
    tagWhere: 'every page, before </body>',
    productWhere: 'the product page, with the product’s id as your orders call it',
    cartWhere: 'the cart page',
    script: ownScript,
    nightly: 'goeswith/shop.gw',
    nightlyNote: '',
    notes: [
      'myShop stands for your own code. Call setCart() after every change, also when another tab changed the cart.',
    ],
  },
};

/** Where a format comes from. */
const platformOfFormat: Readonly<Record<string, string>> = {
  ...{ shopify: 'shopify', matrixify: 'shopify', woocommerce: 'woocommerce' },
  ...{ 'woocommerce-items': 'woocommerce', prestashop: 'prestashop', magento: 'magento' },
  ga4: 'ga4',
};
export const platformFor = (format: string): string => platformOfFormat[format] ?? 'own';

const addressIn = ({ platform, host }: Snippet, file: string) =>
  host && !platform.around ? `${host}${file}` : platform.address(file);

/** The lines that bring the widget, and where they go. */
export function tagOf(snippet: Snippet): Paste {
  const { platform, host, model, settings, integrity, modelIntegrity } = snippet;
  const at = (file: string) => addressIn(snippet, file);
  const checked = integrity && (!platform.minifies || host);
  const lines = [
    `<script type="module" src="${at('goeswith.js')}"${checked ? ' crossorigin="anonymous"' : ''}`,
    ...(checked ? [`  integrity="${integrity}"`] : []),
    `  data-model="${at(model)}" data-config="${at(settings)}"`,
    ...(modelIntegrity ? [`  data-integrity="${modelIntegrity}"`] : []),
    ...(platform.attributes ? [`  ${platform.attributes}`] : []),
  ];
  const tag = `${lines.join('\n')}></script>`;
  return {
    title: 'The tag',
    where: platform.tagWhere,
    code: platform.around?.(tag, host) ?? tag,
  };
}

const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** The places that the configuration's rows and rules speak of, in the order of a visit. */
function placesOf({ rows = [], rules = [] }: ShopConfig): readonly string[] {
  const named = new Set([...rows, ...rules].flatMap(({ at }) => listOf(at)));
  const usual = ['product', 'cart'];
  return ['home', 'product', 'cart', 'drawer', 'after-purchase'].filter(
    (place) => usual.includes(place) || named.has(place),
  );
}

/** The elements, place by place, as the configuration has chosen them. */
export function elementsOf({ platform, config, example }: Snippet): readonly Paste[] {
  const id = platform.product?.(example) ?? escaped(example);
  const goal = config.goals?.length ? '<goes-with-goal></goes-with-goal>\n' : '';
  const bundle = config.bundle
    ? `\n<goes-with-bundle product="${id}" granted></goes-with-bundle>`
    : '';
  const places: Readonly<Record<string, Paste>> = {
    home: {
      title: 'Front page',
      where: 'the template of your front page',
      code: '<goes-with placement="home"></goes-with>',
    },
    product: {
      title: 'Product page',
      where: platform.productWhere,
      code: `<goes-with product="${id}"></goes-with>${bundle}`,
    },
    cart: {
      title: 'Cart',
      where: `${platform.cartWhere}${goal ? '; the goal above the total' : ''}`,
      code: `${goal}<goes-with></goes-with>`,
    },
    drawer: {
      title: 'Cart drawer',
      where: 'the drawer that opens when something was added',
      code: `${goal}<goes-with placement="drawer" layout="compact"></goes-with>`,
    },
    'after-purchase': {
      title: 'After the purchase',
      where: 'the page that says thank you, where your platform lets you add to it',
      code: '<goes-with placement="after-purchase"></goes-with>',
    },
  };
  return placesOf(config).map((place) => places[place]!);
}

/** All that is to be pasted, in order. */
export function pastesOf(snippet: Snippet): readonly Paste[] {
  const { platform, config, host } = snippet;
  const here = platform.module ?? platform.address('goeswith.js');
  const from = host ? `${host}goeswith.js` : here;
  const script: Paste[] = platform.script
    ? [
        {
          title: 'Your own script',
          where: 'after the tag, with your shop’s own calls in it',
          code: platform.script(from),
        },
      ]
    : [];
  // Shopify's cart has attributes, where the label is written by the widget itself.
  const label: Paste[] =
    config.experiment && platform !== platforms.shopify
      ? [
          {
            title: 'The experiment’s label',
            where: 'after the tag; keep the label with the order, in a note or a tag',
            code: `<script type="module">
  import { onLabel } from '${from}';
  onLabel((name, value) => myShop.noteWithOrder(name, value));
</script>`,
          },
        ]
      : [];
  return [tagOf(snippet), ...(platform.more ?? []), ...script, ...elementsOf(snippet), ...label];
}

/** What the page's Content-Security-Policy has to allow. */
export function policyFor(host: string): string {
  const other = host ? ` ${new URL(host).origin}` : '';
  return `script-src 'self'${other} 'wasm-unsafe-eval';
connect-src 'self'${other};
img-src 'self' https: data:`;
}

/** Magento's file for a policy that has another host in it. */
export function magentoPolicy(host: string): string {
  const name = new URL(host).host;
  const line = (what: string) =>
    `    <policy id="${what}"><values><value id="goeswith" type="host">${name}</value></values></policy>`;
  return `<csp_whitelist xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:noNamespaceSchemaLocation="urn:magento:module:Magento_Csp:etc/csp_whitelist.xsd">
  <policies>
${['script-src', 'connect-src', 'img-src'].map(line).join('\n')}
  </policies>
</csp_whitelist>`;
}
