/** Colours that titles name, as a potter or dyer would mix them rather than as a screen has them. */
const COLOURS = {
  red: 'b8473d',
  pink: 'd98a96',
  rose: 'cf8189',
  blue: '54789f',
  navy: '33486b',
  sky: '86aecb',
  turquoise: '4fa39f',
  teal: '3d7f80',
  aqua: '6cb3b0',
  mint: '9cc5ad',
  green: '6d8c5a',
  olive: '84824a',
  sage: '94a68a',
  forest: '3f6149',
  lime: '9db356',
  yellow: 'ddb24a',
  mustard: 'c8973a',
  gold: 'c39b4f',
  golden: 'c39b4f',
  amber: 'cf8f3c',
  orange: 'd37e45',
  terracotta: 'b9654a',
  rust: 'a3552f',
  copper: 'b4764f',
  bronze: '99754a',
  brown: '855f46',
  chocolate: '644737',
  coffee: '6f5140',
  tan: 'bf9a73',
  sand: 'd3bd98',
  beige: 'd6c4a7',
  natural: 'cdb48d',
  wood: 'b58c62',
  wooden: 'b58c62',
  oak: 'b88f60',
  bamboo: 'cbb07a',
  wicker: 'b8935f',
  cream: 'e9dcc0',
  ivory: 'ece3cf',
  white: 'eeeae2',
  linen: 'ddd2bd',
  oat: 'd8c8ab',
  grey: '8f8f8c',
  gray: '8f8f8c',
  zinc: '9fa6a8',
  silver: 'b4b8ba',
  metal: '8f979b',
  slate: '5c6770',
  charcoal: '4a4a4c',
  black: '3a3836',
  purple: '7d6391',
  violet: '84699f',
  lilac: 'ab98bf',
  lavender: 'a598c4',
  plum: '75445e',
  burgundy: '7c3342',
  cherry: 'a93b46',
  coral: 'd97e6b',
  peach: 'e3a583',
  apricot: 'e0a06a',
  strawberry: 'c9515a',
  glass: '9dbfc0',
  crystal: 'b5cfd6',
  christmas: 'a8433b',
  holly: '476b4c',
  halloween: 'cf7a37',
  rainbow: 'd37e45',
};

/** The words that name a colour or a stuff. */
export const COLOUR_WORDS = new Set(Object.keys(COLOURS));

// What stands in for a colour that nobody named; which one follows the title, so it is stable.
const CALM = ['a9785c', '7f9183', '6f8ba0', 'b98f6a', '9a8298', 'c0a06b', '84997a', 'b57f74'];

/** The colour word of a title and its six hex digits; `word` is empty where no word names one. */
export function colourOf(words) {
  const word = words.find((each) => Object.hasOwn(COLOURS, each));
  if (word) return { word, hex: COLOURS[word] };
  let sum = 7;
  for (const each of words.join(' ')) sum = (sum * 31 + each.codePointAt(0)) >>> 0;
  return { word: '', hex: CALM[sum % CALM.length] };
}
