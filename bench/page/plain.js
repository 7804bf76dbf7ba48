// The rival: the same sums and the same list in plain JavaScript over typed arrays, as one would
// write it who wants it fast. The rows are unpacked when the model is opened, so that no bytes are
// decoded while a cart is answered, and nothing is allocated then.

const sections = { shape: 1, rows: 2, edges: 3, codebook: 4, supports: 5 };
const counted = 0x20;
const touched = 0x40;
const silent = 0x80;
const maxOffers = 64;

export class PlainRecommender {
  /** `bytes` of a model as `src/model/layout.h` pictures them. Checks no more than it must. */
  constructor(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const u32 = (at) => view.getUint32(at, true);
    const section = (kind) => {
      for (let entry = 16, left = view.getUint16(6, true); left > 0; left--, entry += 12)
        if (u32(entry) === kind) return u32(entry + 4);
      throw new Error(`the model has no section ${kind}`);
    };
    const shape = section(sections.shape);
    this.products = u32(shape);
    const edges = u32(shape + 4);
    this.begin = new Uint32Array(this.products + 1);
    this.neighbour = new Uint32Array(edges);
    this.weight = new Int16Array(edges);
    this.supportClass = new Uint8Array(edges);
    this.supports = new Uint32Array(8);
    const supports = section(sections.supports);
    for (let i = 0; i < 8; i++) this.supports[i] = u32(supports + 4 * i);
    this.#unpack(bytes, view, section);

    this.scores = new Int32Array(this.products);
    this.marks = new Uint8Array(this.products);
    this.list = new Uint32Array(this.products);
    /** Four numbers an offer, as the module gives them: product, score, reason, support. */
    this.offers = new Int32Array(4 * maxOffers);
    this.best = new Uint32Array(maxOffers);
  }

  #unpack(bytes, view, section) {
    const rows = section(sections.rows);
    const first = section(sections.edges);
    const codebook = section(sections.codebook);
    const weights = Int16Array.from({ length: 32 }, (_, i) =>
      view.getInt16(codebook + 2 * i, true),
    );
    let at = first;
    let edge = 0;
    for (let product = 0; product < this.products; product++) {
      const end = first + view.getUint32(rows + 4 * product + 4, true);
      let next = 0;
      while (at < end) {
        let gap = bytes[at] & 0x7f;
        for (let shift = 7; bytes[at++] & 0x80; shift += 7) gap |= (bytes[at] & 0x7f) << shift;
        const code = bytes[at++];
        this.neighbour[edge] = next + gap;
        this.weight[edge] = weights[code & 31];
        this.supportClass[edge++] = code >> 5;
        next += gap + 1;
      }
      this.begin[product + 1] = edge;
    }
  }

  /** Fills `offers` for the cart, best first, and returns how many, at most `limit`. */
  recommend(cart, limit) {
    const { begin, neighbour, weight, supportClass, scores, marks, list, best, products } = this;
    let size = 0;
    for (let i = 0; i < cart.length; i++) if (cart[i] < products) marks[cart[i]] |= silent;
    for (let i = 0; i < cart.length; i++) {
      const product = cart[i];
      if (product >= products || marks[product] & counted) continue;
      marks[product] |= counted;
      for (let edge = begin[product], end = begin[product + 1]; edge < end; edge++) {
        const other = neighbour[edge];
        let mark = marks[other];
        if (!(mark & touched)) {
          mark |= touched;
          list[size++] = other;
        }
        scores[other] += weight[edge];
        if (weight[edge] > 0 && supportClass[edge] > (mark & 7))
          mark = (mark & ~7) | supportClass[edge];
        marks[other] = mark;
      }
    }

    let count = 0;
    for (let i = 0; i < size; i++) {
      const product = list[i];
      const score = scores[product];
      if (score <= 0 || marks[product] & silent) continue;
      let at = count;
      if (count < limit) count++;
      else {
        const last = best[limit - 1];
        if (score < scores[last] || (score === scores[last] && product > last)) continue;
        at = limit - 1;
      }
      for (; at > 0; at--) {
        const above = best[at - 1];
        if (scores[above] > score || (scores[above] === score && above < product)) break;
        best[at] = above;
      }
      best[at] = product;
    }
    this.#write(count);
    for (let product = 0; count < limit && product < products; product++)
      if (marks[product] === 0) {
        this.offers.fill(0, 4 * count, 4 * count + 4);
        this.offers[4 * count++] = product;
      }

    for (let i = 0; i < size; i++) {
      scores[list[i]] = 0;
      marks[list[i]] = 0;
    }
    for (let i = 0; i < cart.length; i++) if (cart[i] < products) marks[cart[i]] = 0;
    return count;
  }

  #write(count) {
    const { best, offers, scores, marks, supports } = this;
    for (let i = 0; i < count; i++) {
      const product = best[i];
      const support = supports[marks[product] & 7];
      offers[4 * i] = product;
      offers[4 * i + 1] = scores[product];
      offers[4 * i + 2] = support > 0 ? 2 : 1;
      offers[4 * i + 3] = support;
    }
  }
}
