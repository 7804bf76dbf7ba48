import { COLOUR_WORDS } from './colours.mjs';
import { KINDS } from './pictures.mjs';

/**
 * What a title is about. A line is a shelf, and on it the kinds that pictures.mjs draws, each with
 * the words, singular, that tell it; other kinds are told by their own name alone. The word nearest
 * to the end of a title decides, as English puts the thing there: a "heart trinket box" is a box.
 */
const SHELVES = {
  'Bags & purses': `bag: bag handbag tote shopper shoulder-bag satchel basket-bag; paper-bag: giftbag
    carrier; purse: purse wallet coin-purse clutch washbag; rucksack: rucksack backpack; lunch-box:
    lunchbox lunch-box snack-box; umbrella: umbrella parasol; cool-bag: cooler`,
  Jewellery: `necklace: necklace pendant choker chain lariat; bracelet: bracelet bangle anklet;
    ring: ring; earrings: earring hoop; brooch: brooch badge pin charm; hair: hairclip grip
    hairband bobble slide`,
  'Candles & lights': `candle: candle incense; tea-light: t-light tlight tea-light tealight votive
    t-light-holder tea-light-holder;
    candle-holder: candleholder candlestick candelabra candle-holder; table-lamp:
    lamp; lamp-shade: lampshade shade; fairy-lights: light fairy-light; camping-lamp: lantern;
    pendant-lamp: chandelier; light-bulb: bulb; matches: match`,
  'Kitchen & baking': `apron: apron; oven-glove: glove mitt; tea-towel: towel teatowel; scales:
    scale thermometer; spoon: spoon spatula measure; whisk: whisk; rolling-pin: rolling-pin;
    baking-tin: mould; loaf-tin: loaf bread breadbin; muffins: cake-case cupcake case muffin cake
    sponge fairy-cake; casserole: casserole saucepan; skillet: pan; cutting-board: board; jam: jam
    honey chutney pickle; jar: jar canister; tin: tin caddy bucket pail; biscuit-cutter: cutter
    cookie biscuit; jug: jug pitcher milk cream-jug; coffee-beans: coffee; loose-tea: tea;
    packet: packet flour rice sugar pasta spice`,
  'Table & dining': `mug: mug beaker; cup: cup saucer teacup; teapot: teapot; dinner-plate: plate
    platter; cereal-bowl: bowl dish; wine-glass: glass goblet wine tumbler-set; bottle: bottle
    decanter oil vinegar; tray: tray; cutlery: cutlery fork knife; coaster: coaster placemat doily;
    napkins: napkin tissue serviette; tablecloth: tablecloth cloth runner; cake-stand: cakestand
    cake-stand`,
  'Garden & flowers': `plant-pot: planter pot plant-pot pots; watering-can: watering-can; trowel:
    trowel spade; flower: flower rose daisy tulip poppy lily orchid sunflower bouquet; basket:
    basket trug hamper; birdhouse: birdhouse bird-table nesting; bird-feeder: feeder; bird: bird
    dove robin owl duck hen cockerel chick; garden-gloves: gardening; vase: vase; herb-seeds: herb
    seed vegetable parsley`,
  'Paper & cards': `greeting-cards: card postcard envelope invitation; notebook: notebook journal
    diary address-book jotter; book: book album; pencils: pencil; fountain-pen: pen; crayons: crayon
    chalk; pen-pot: stationery; stickers: sticker decal tattoo magnet; tape: tape; gift-wrap: wrap
    wrapping paper; ribbon: ribbon bow; year-planner: calendar planner; drawing-pad: pad memo
    sketchbook`,
  'Home & decoration': `clock: clock; mirror: mirror; frame: frame photo-frame picture print
    painting canvas; sign: sign plaque blackboard letter slogan; hook: hook hanger rack coat-hook;
    drawers: drawer cabinet chest cupboard stool chair table shelf bookcase; cushion: cushion pillow;
    door-mat: doormat mat rug door-mat; decoration: heart decoration ornament mobile hanging dec;
    wool-blanket: throw blanket quilt; lamp-shade: curtain; money-bank: bank piggy moneybox
    money-box; hot-water-bottle: water-bottle hottie; bath-towel: bathtowel`,
  'Toys & games': `doll: doll dolly; soft-toy: teddy bear rabbit bunny toy; game: game puzzle jigsaw
    domino ludo; building-blocks: block cube; toy-train: train tractor car rocket;
    balloon: balloon; picture-book: storybook; easter-eggs: egg`,
  Christmas: `bauble: bauble christmas-ball christmas xmas; tree: christmas-tree tree; wreath: wreath;
    advent-calendar: advent; sock: stocking; angel: angel fairy; bunting: bunting garland pennant
    flag`,
  'Bath & body': `hand-soap: soap; bath-salts: salt bath; soap-dish: soap-dish; linen-spray: spray
    perfume fragrance; bath-brush: brush`,
  'To wear': `scarf: scarf shawl; hat: hat cap bonnet; sock: sock; shirt: shirt t-shirt jumper;
    slippers: slipper`,
  'Gifts & boxes': `gift: gift present; box: box crate trunk; parcel: parcel kit set-up`,
};

const KIND_OF = new Map();
for (const [shelf, text] of Object.entries(SHELVES)) {
  for (const entry of text.split(';')) {
    const [kind, words] = entry.trim().split(/:\s*/);
    for (const word of words?.trim().split(/\s+/) ?? []) {
      if (word && !KIND_OF.has(word)) KIND_OF.set(word, { kind, shelf });
    }
  }
}

for (const kind of KINDS) if (!KIND_OF.has(kind)) KIND_OF.set(kind, { kind, shelf: '' });

// These begin what a thing holds, suits or is made of, which is not what it is.
const AFTERTHOUGHT = /\b(?:with|w\/|in|for|on|by|from)\b.*$/;

/**
 * The kind of thing and the shelf that the words of a title tell, or null.
 *
 * `words`  in small letters and the singular, see wordsOf
 */
export function kindOf(words) {
  const text = words.join(' ');
  const head = text.replace(AFTERTHOUGHT, '').trim();
  return lastKnown(head.split(' ')) ?? lastKnown(words);
}

function lastKnown(words) {
  for (let i = words.length - 1; i >= 0; i--) {
    // "Light pink" is no lamp.
    if (words[i] === 'light' && COLOUR_WORDS.has(words[i + 1])) continue;
    const pair = i > 0 && KIND_OF.get(`${words[i - 1]}-${words[i]}`);
    const found = pair || KIND_OF.get(words[i]);
    if (found) return found;
  }
  return null;
}

/** Every kind that a word can lead to. */
export const TOLD_KINDS = new Set([...KIND_OF.values()].map(({ kind }) => kind));
