/** What the shop around the widget says, by language: the widget brings its own words. */
export interface Words {
  shop: string;
  home: string;
  cart: string;
  empty: string;
  total: string;
  add: string;
  less: string;
  more: string;
  thanks: string;
  product: string;
}

const en: Words = {
  shop: 'Shop',
  ...{ home: 'Welcome', cart: 'Your cart', empty: 'Your cart is empty.', total: 'Total' },
  ...{ add: 'Add to cart', less: 'One less', more: 'One more' },
  ...{ thanks: 'Thank you for your order', product: 'Product' },
};

const words: Readonly<Record<string, Words>> = {
  en,
  ar: {
    shop: 'المتجر',
    ...{ home: 'أهلاً بك', cart: 'سلتك', empty: 'سلتك فارغة.', total: 'المجموع' },
    ...{ add: 'أضف إلى السلة', less: 'قطعة أقل', more: 'قطعة أكثر' },
    ...{ thanks: 'شكراً لطلبك', product: 'المنتج' },
  },
  cs: {
    shop: 'Obchod',
    ...{ home: 'Vítejte', cart: 'Váš košík', empty: 'Košík je prázdný.', total: 'Celkem' },
    ...{ add: 'Do košíku', less: 'O kus méně', more: 'O kus více' },
    ...{ thanks: 'Děkujeme za objednávku', product: 'Produkt' },
  },
  de: {
    shop: 'Shop',
    ...{ home: 'Willkommen', cart: 'Warenkorb', empty: 'Der Warenkorb ist leer.', total: 'Summe' },
    ...{ add: 'In den Warenkorb', less: 'Eins weniger', more: 'Eins mehr' },
    ...{ thanks: 'Danke für die Bestellung', product: 'Produkt' },
  },
  es: {
    shop: 'Tienda',
    ...{ home: 'Bienvenido', cart: 'Tu cesta', empty: 'Tu cesta está vacía.', total: 'Total' },
    ...{ add: 'Añadir a la cesta', less: 'Uno menos', more: 'Uno más' },
    ...{ thanks: 'Gracias por tu pedido', product: 'Producto' },
  },
  fr: {
    shop: 'Boutique',
    ...{ home: 'Bienvenue', cart: 'Votre panier', empty: 'Votre panier est vide.', total: 'Total' },
    ...{ add: 'Ajouter au panier', less: 'Un de moins', more: 'Un de plus' },
    ...{ thanks: 'Merci de votre commande', product: 'Produit' },
  },
  it: {
    shop: 'Negozio',
    ...{ home: 'Benvenuti', cart: 'Carrello', empty: 'Il carrello è vuoto.', total: 'Totale' },
    ...{ add: 'Aggiungi al carrello', less: 'Uno in meno', more: 'Uno in più' },
    ...{ thanks: 'Grazie per il tuo ordine', product: 'Prodotto' },
  },
  ja: {
    shop: 'ショップ',
    ...{ home: 'ようこそ', cart: 'カート', empty: 'カートは空です。', total: '合計' },
    ...{ add: 'カートに入れる', less: '1つ減らす', more: '1つ増やす' },
    ...{ thanks: 'ご注文ありがとうございます', product: '商品' },
  },
  nl: {
    shop: 'Winkel',
    ...{ home: 'Welkom', cart: 'Winkelwagen', empty: 'De winkelwagen is leeg.', total: 'Totaal' },
    ...{ add: 'In winkelwagen', less: 'Eén minder', more: 'Eén meer' },
    ...{ thanks: 'Bedankt voor je bestelling', product: 'Product' },
  },
  pl: {
    shop: 'Sklep',
    ...{ home: 'Witamy', cart: 'Koszyk', empty: 'Koszyk jest pusty.', total: 'Razem' },
    ...{ add: 'Dodaj do koszyka', less: 'O jeden mniej', more: 'O jeden więcej' },
    ...{ thanks: 'Dziękujemy za zamówienie', product: 'Produkt' },
  },
  pt: {
    shop: 'Loja',
    ...{ home: 'Bem-vindo', cart: 'Carrinho', empty: 'O carrinho está vazio.', total: 'Total' },
    ...{ add: 'Adicionar ao carrinho', less: 'Menos um', more: 'Mais um' },
    ...{ thanks: 'Obrigado pela encomenda', product: 'Produto' },
  },
};

/** In the language of the page, or English. */
export const wordsOf = (lang: string): Words => words[lang.split('-')[0]!] ?? en;
