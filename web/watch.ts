export const tags = ['goes-with', 'goes-with-bundle', 'goes-with-goal', 'goes-with-list'];

/** In pixels; far enough for everything to be there when a shopper scrolls on. */
const margin = 400;
export const nearMargin = `${margin}px`;

/**
 * Gives elements the shape of a block and the room of `--goes-with-height` before they are alive.
 * It has no weight of its own: any rule of the shop's wins.
 */
export function reserveRoom(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `:where(:is(${tags.join()}):not([hidden])){display:block;min-block-size:var(--goes-with-height)}`,
  );
  document.adoptedStyleSheets.push(sheet);
}

/**
 * Whether an element is near the screen now. An observer would tell with the next frame, which a page
 * that is still being built does not have soon.
 */
export function isNear(element: Element): boolean {
  const { top, right, bottom, left } = element.getBoundingClientRect();
  return (
    element.getClientRects().length > 0 &&
    bottom > -margin &&
    top < innerHeight + margin &&
    right > -margin &&
    left < innerWidth + margin
  );
}

/** Resolves when one of our elements, there from the start or added later, is near the screen. */
export function whenNear(): Promise<void> {
  return new Promise((resolve) => {
    const now = () => {
      resolve();
      // The first number format of a page costs the browser 15 ms, whatever it formats: better
      // now, while the rest of the script is on its way, than between prices and offers.
      setTimeout(() => Intl.NumberFormat.supportedLocalesOf('en'));
    };
    // Live collections: looking again after every change of the page costs next to nothing.
    const found = tags.map((tag) => document.getElementsByTagName(tag));
    if (found.some((elements) => [...elements].some(isNear))) return now();
    const near = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        near.disconnect();
        added.disconnect();
        now();
      },
      { rootMargin: nearMargin },
    );
    const look = () => {
      for (const elements of found) for (const element of elements) near.observe(element);
    };
    const added = new MutationObserver(look);
    added.observe(document, { childList: true, subtree: true });
    look();
  });
}
