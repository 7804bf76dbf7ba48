// A text for now: what makes a sheet of it is where the others are.
const css = ([text]: TemplateStringsArray) => text!;

/** The look of slides and their buttons, for a sheet of the element that has them. */
export const looks = css`
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem var(--gap);
    margin-block-end: var(--gap);
  }
  .title {
    flex: 1;
    min-inline-size: min(100%, 9rem);
    margin: 0;
  }
  .steps {
    display: flex;
    gap: 0.5rem;
    margin-inline-start: auto;
  }
  .step {
    padding: 0;
    border-radius: 50%;
    font-size: 1.5em;
  }
  .step[aria-disabled='true'] {
    opacity: 0.4;
    cursor: default;
  }
  div.list {
    grid-template-columns: none;
    grid-auto-flow: column;
    grid-auto-columns: calc((100% - (var(--shown) - 1) * var(--gap)) / var(--shown));
    /* Focus rings and shadows of what scrolls are not cut off. */
    margin: -4px;
    padding: 4px;
    overflow-x: auto;
    overscroll-behavior-x: contain;
    scroll-snap-type: x mandatory;
    scroll-padding-inline: 4px;
    scrollbar-width: none;
  }
  div.card {
    scroll-snap-align: start;
  }
  @media (prefers-reduced-motion: no-preference) {
    div.list {
      scroll-behavior: smooth;
    }
  }
`;

const watched = new WeakMap<Element, IntersectionObserver>();

/**
 * Moves a list of slides by its two buttons, a page at a time and never by itself. Slides out of
 * sight are inert, so that nobody tabs into what cannot be seen; the buttons keep their focus at
 * both ends. Called again whenever the slides may be others.
 */
export function carousel(list: HTMLElement, previous: HTMLElement, next: HTMLElement): void {
  const watch = watched.get(list) ?? watchSlides(list, previous, next);
  watched.set(list, watch);
  // A slide that stayed is told anew: what is seen of it may be the same, its buttons are not.
  watch.disconnect();
  for (const slide of list.children) watch.observe(slide);
  const step = (pages: number, button: HTMLElement) => () => {
    if (button.ariaDisabled === 'true') return;
    const { direction } = getComputedStyle(list);
    list.scrollBy({ left: pages * list.clientWidth * (direction === 'rtl' ? -1 : 1) });
  };
  previous.onclick = step(-1, previous);
  next.onclick = step(1, next);
}

function watchSlides(list: HTMLElement, previous: HTMLElement, next: HTMLElement) {
  return new IntersectionObserver(
    (entries) => {
      // What has the focus is not taken away from under the shopper's fingers.
      for (const { target, intersectionRatio } of entries)
        (target as HTMLElement).inert = intersectionRatio < 0.9 && !target.matches(':focus-within');
      const slides = [...list.children] as HTMLElement[];
      const [first, last] = [slides[0]?.inert ?? false, slides.at(-1)?.inert ?? false];
      previous.ariaDisabled = `${!first}`;
      next.ariaDisabled = `${!last}`;
      // They keep their room: a title does not move because a list became shorter.
      previous.parentElement!.style.visibility = first || last ? '' : 'hidden';
    },
    { root: list, threshold: 0.9 },
  );
}
