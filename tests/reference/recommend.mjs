// What to offer, in the plainest form: a score for every product of the shop and one full sort.
// The words are those of src/recommend/recommender.h.

/** The numbers that reach the page. */
export const Reason = { bestSeller: 0, likely: 1, together: 2 };

// A gap is closed with what most people buy or with what goes with the cart, not with just anything.
const bestSellersForGaps = 256;

/** `[{ product, score, reason, support }]`, best first, `limit` at most. */
export function recommend(model, { cart, exclude = [] }, limit) {
  const sorted = offersFor(model, cart, exclude).sort(
    (a, b) => b.score - a.score || a.product - b.product,
  );
  return oneOfEachFamily(model, sorted).slice(0, limit);
}

/** What best closes a gap in the order's amount. */
export function closeGap(model, { cart, exclude = [] }, gapMinor, limit) {
  if (gapMinor <= 0) return [];
  const price = (offer) => model.prices[offer.product];
  const reaching = offersFor(model, cart, exclude)
    .filter((offer) => price(offer) > 0 && price(offer) >= gapMinor)
    .filter((offer) => offer.score > 0 || offer.product < bestSellersForGaps);
  const fitting = reaching.filter((offer) => price(offer) <= 2 * gapMinor);

  const fit = (offer) => gapMinor / price(offer);
  const worth = (offer) =>
    offer.score > 0 ? offer.score * fit(offer) : fit(offer) / (32 + offer.product);
  const best = (a, b) => worth(b) - worth(a) || a.product - b.product;

  const candidates = fitting.length > 0 ? fitting : reaching;
  const tied = candidates.filter((offer) => offer.score > 0).sort(best);
  const bestSellers = candidates.filter((offer) => offer.score === 0).sort(best);
  return oneOfEachFamily(model, [...tied, ...bestSellers]).slice(0, limit);
}

/** A variant counts as its parent: of a family, the first one stays. */
function oneOfEachFamily(model, offers) {
  const seen = new Set();
  return offers.filter(({ product }) => {
    const family = model.parents[product];
    return !seen.has(family) && seen.add(family);
  });
}

/** Every product that may be offered at all, by number. */
function offersFor(model, cart, exclude) {
  const inCart = new Set(cart.filter((product) => product < model.products));
  const silent = new Set([...inCart, ...exclude]);
  const families = new Set([...inCart].map((product) => model.parents[product]));
  const scores = new Array(model.products).fill(0);
  const supports = new Array(model.products).fill(0);
  const tied = new Set();
  for (const product of inCart)
    for (const { neighbour, weight, supportClass } of model.rows[product]) {
      tied.add(neighbour);
      scores[neighbour] += weight;
      // Evidence speaks for a product only where the weight does.
      if (weight > 0)
        supports[neighbour] = Math.max(supports[neighbour], model.supports[supportClass]);
    }

  const offers = [];
  for (let product = 0; product < model.products; product++) {
    if (silent.has(product) || families.has(model.parents[product])) continue;
    const [score, support] = [scores[product], supports[product]];
    if (!tied.has(product)) {
      offers.push({ product, score: 0, reason: Reason.bestSeller, support: 0 });
    } else if (score > 0) {
      const reason = support > 0 ? Reason.together : Reason.likely;
      offers.push({ product, score, reason, support });
    }
  }
  return offers;
}
