/** What a merchant pastes, and where; one entry a platform. */
export interface Platform {
  name: string;
  /** Where the folder's files go. */
  files: string;
  /** The address of a file there, as the page writes it. */
  address: (file: string) => string;
  /** Where the tag goes, step by step. */
  steps: readonly string[];
}

export const platforms: Readonly<Record<string, Platform>> = {
  shopify: {
    name: 'Shopify',
    files: 'Online Store, Themes, Edit code, Assets: upload each file of the folder',
    address: (file) => `{{ '${file}' | asset_url }}`,
    steps: [
      'Open layout/theme.liquid and paste the tag before </head>.',
      'Open the section of your product page and paste <goes-with> where it should stand.',
      'Open your cart or cart drawer and paste <goes-with-goal> above the total.',
    ],
  },
  woocommerce: {
    name: 'WooCommerce',
    files: 'wp-content/uploads/goeswith/, by SFTP or your file manager',
    address: (file) => `/wp-content/uploads/goeswith/${file}`,
    steps: [
      'Paste the tag into the head of every page, with your theme’s field for scripts or a snippet plugin.',
      'In the product template add a Custom HTML block with <goes-with> below the product.',
      'In the cart template add a Custom HTML block with <goes-with-goal> above the totals.',
    ],
  },
  prestashop: {
    name: 'PrestaShop',
    files: 'modules/goeswith/ in the shop’s folder',
    address: (file) => `/modules/goeswith/${file}`,
    steps: [
      'Paste the tag into themes/YOUR-THEME/templates/_partials/head.tpl.',
      'Paste <goes-with> into templates/catalog/product.tpl, below the product.',
      'Paste <goes-with-goal> into templates/checkout/cart.tpl, above the totals.',
    ],
  },
  magento: {
    name: 'Magento or Hyvä',
    files: 'pub/media/goeswith/',
    address: (file) => `/media/goeswith/${file}`,
    steps: [
      'Paste the tag under Content, Design, Configuration, HTML Head, Scripts and Style Sheets.',
      'Add <goes-with> to the product layout, and <goes-with-goal> to the cart, as an HTML block.',
    ],
  },
  bigcommerce: {
    name: 'BigCommerce',
    files: 'the folder /content/goeswith by WebDAV',
    address: (file) => `/content/goeswith/${file}`,
    steps: [
      'Storefront, Script Manager: create a script on all store pages, in the head, with the tag.',
      'In templates/pages/product.html paste <goes-with> below the product.',
      'In templates/pages/cart.html paste <goes-with-goal> above the totals.',
    ],
  },
  shopware: {
    name: 'Shopware 6',
    files: 'public/goeswith/',
    address: (file) => `/goeswith/${file}`,
    steps: [
      'Paste the tag into the block base_head of your theme.',
      'Paste <goes-with> into page_product_detail, and <goes-with-goal> into page_checkout_cart.',
    ],
  },
  own: {
    name: 'A shop of your own',
    files: 'the folder /goeswith/ of your site',
    address: (file) => `/goeswith/${file}`,
    steps: [
      'Paste the tag into the head of every page.',
      'Put the elements where they should stand.',
      'Tell the cart with setCart(), prices with onPrices(), and add with onAdd(): README.md in the folder has the lines.',
    ],
  },
};

/**
 * The lines to paste.
 *
 * `integrity`  of goeswith.js, "sha384-..."
 */
export function tagFor({ address }: Platform, model: string, integrity: string): string {
  return `<script type="module" src="${address('goeswith.js')}" crossorigin="anonymous"
  integrity="${integrity}"
  data-model="${address(model)}" data-config="${address('shop.json')}"></script>`;
}

export const elements = `<goes-with product="PRODUCT-ID"></goes-with>          <!-- product page -->
<goes-with></goes-with>                                <!-- cart, drawer -->
<goes-with-goal></goes-with-goal>                      <!-- cart: how far to the reward -->`;

/** What the page's Content-Security-Policy has to allow. */
export const policy = `script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self' https: data:`;

/** The command that makes the same file every night, and where it goes. */
export const nightly = {
  command: 'goeswith train orders.csv --catalogue products.csv --config shop.json -o shop.gw',
  cron: '15 3 * * *  cd /srv/shop && goeswith train orders.csv --catalogue products.csv --config shop.json -o public/goeswith/shop.gw',
  action: `name: goeswith
on:
  schedule:
    - cron: '15 3 * * *'
  workflow_dispatch:
permissions:
  contents: write
jobs:
  train:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      # Put your export here: an API call, an rclone copy, or a file that is committed nightly.
      - run: ./export-orders.sh > orders.csv
      - run: goeswith train orders.csv --config shop.json -o shop.gw
      - run: |
          git add shop.gw
          git diff --cached --quiet || git -c user.name=goeswith -c user.email=goeswith@users.noreply.github.com commit -m 'shop.gw of today'
          git push
`,
};
