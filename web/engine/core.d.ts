/**
 * The storefront module, as `bindings/storefront.cpp` exports it, with one model in it. Only numbers
 * cross. What is longer lies in `memory()` at the address that a function returns, and a view of it
 * is made, used and dropped in one statement: the memory is another buffer after it has grown.
 */
export interface Core {
  /** The module's memory as it is now (bindings/runtime.js). */
  memory(): ArrayBuffer;
  /** Makes room for a model file of `sizeBytes`, to be filled once; 0: no memory. */
  model(sizeBytes: number): number;
  /** Checks what was filled in. 0, or the number of a `Status` (src/model/status.h). */
  open(): number;
  /** Where a section of the model begins, by its kind (src/model/layout.h); 0 where it has none. */
  section(kind: number): number;
  sectionSize(kind: number): number;
  /**
   * Room for a question, as words: product at hand (0xFFFFFFFF: none), placement, stage, day, month;
   * how many of each list follow: cart, exclude, quantities, viewed, lists, bought; then the lists,
   * each of 500 at most. `lists` holds words of `ListStep` (src/recommend/moment.h), and `bought`
   * three for each product: number, orders ago, days ago.
   *
   * The same room takes a cart's lines, 500 at most, as doubles: product, amount, tax (below 0:
   * unknown), pieces, whether it counts.
   */
  room(): number;
  /** What was answered, four words an offer: product, score, reason, support (orders, at least). */
  offers(): number;
  /** Room for the merchant's rules, of any size: `RuleList` (src/recommend/rules.h); 0: no memory. */
  rules(words: number): number;
  /** Puts them in force; 0, and no rules, where they are not sound. */
  setRules(): number;
  /**
   * Answers the question in `room()` and returns how many offers, at most `limit` (64 at most).
   * `what` is 0 for a row, 1 for the one or two that complete the product at hand, 2 for what best
   * closes a gap in the order's amount, 3 for two that close it together. `savesMinor` is what the
   * shopper saves by closing it, below 0 unknown; `costsMinor` what that costs the merchant. Amounts
   * are whole numbers below 2^53.
   */
  ask(
    what: number,
    limit: number,
    gapMinor: number,
    savesMinor: number,
    costsMinor: number,
  ): number;
  /**
   * What the lines in `room()` still lack for a goal of the rules, below 0 where that is not known.
   * `how`: bit 0 items, bit 1 after discounts, bits 2 and 3 the tax wanted, 4 and 5 the tax shown
   * (`Tax` of src/recommend/goals.h).
   */
  goalMissing(
    goal: number,
    how: number,
    targetMinor: number,
    discountsMinor: number,
    lines: number,
  ): number;
}

/**
 * What `storefront.js` and `storefront_js.js` export by default: Emscripten's factory. The first
 * asks for an instance of storefront.wasm, and waits for ever where it gets none; the second has the
 * core in itself.
 */
export default function createStorefront(options: {
  instantiateWasm?: (
    imports: WebAssembly.Imports,
    done: (made: WebAssembly.WebAssemblyInstantiatedSource) => void,
  ) => void;
}): Promise<Core>;
