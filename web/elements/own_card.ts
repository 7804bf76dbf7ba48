/** What fills the places of a shop's own card. */
export interface Filling {
  title: string;
  price: string;
  image: string;
  url: string;
  evidence: string;
  /** What its button says, what it is called, and whether it is at work. */
  add: string;
  label: string;
  busy: string;
}

const runs = /^(script|iframe|frame|object|embed|base|meta|link|style)$/i;
const handles = /^on|^srcdoc$|^id$/i;

/**
 * The card of a place, cloned from the element's <template> where it is not there yet. It stands in
 * the page and not in the shadow, so that the shop's own stylesheet reaches it.
 */
export function ownCard(host: HTMLElement, template: HTMLTemplateElement, at: number): HTMLElement {
  const slot = `card-${at}`;
  const there = [...host.children].find((child) => child.slot === slot);
  if (there) return there as HTMLElement;
  const card = document.createElement('div');
  card.slot = slot;
  const content = template.content.cloneNode(true) as DocumentFragment;
  for (const element of content.querySelectorAll('*')) {
    // What runs would run once for each clone, and an id would not be the only one of its name.
    if (runs.test(element.localName)) element.remove();
    for (const { name, value } of [...element.attributes])
      if (handles.test(name) || /^\s*javascript:/i.test(value)) element.removeAttribute(name);
  }
  card.append(content);
  host.append(card);
  return card;
}

/** Fills the places that `data-goes-with` marks, by text and by attributes named here. */
export function fillCard(card: Element, told: Filling, follow: () => void, add: () => void): void {
  for (const place of card.querySelectorAll<HTMLElement>('[data-goes-with]'))
    for (const what of place.dataset.goesWith!.split(' ')) {
      if (what === 'title') {
        // Isolated: a title of the other direction stands on its side of the card.
        const name = place.querySelector('bdi') ?? document.createElement('bdi');
        name.textContent = told.title;
        place.replaceChildren(name);
      } else if (what === 'price') place.textContent = told.price;
      else if (what === 'evidence') {
        place.textContent = told.evidence;
        place.hidden = !told.evidence;
      } else if (what === 'image' && place instanceof HTMLImageElement) {
        // Even a picture without words for it says so; the title stands beside it.
        place.alt ||= '';
        if (place.getAttribute('src') === told.image) continue;
        place.hidden = !told.image;
        place.onerror = () => {
          place.hidden = true;
        };
        place.src = told.image;
      } else if (what === 'link' && place instanceof HTMLAnchorElement) {
        if (told.url) place.href = told.url;
        else place.removeAttribute('href');
        place.onclick = follow;
      } else if (what === 'add') {
        // What can be read on the button must be in what it is called.
        if (!place.firstChild) place.textContent = told.add;
        const read = place.textContent!.trim();
        place.ariaLabel = !read || read === told.add ? told.label : `${read}: ${told.title}`;
        place.ariaDisabled = told.busy;
        place.onclick = add;
      }
    }
}
