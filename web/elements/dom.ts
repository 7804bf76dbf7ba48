/**
 * Draws elements without markup: what is data becomes text or the value of an attribute whose name
 * stands in this code. Nothing is parsed, so no policy has anything to forbid.
 */

type Attribute = string | number | undefined | false;

/** What may be set; whatever else would have to be added here first. */
type Attributes = { [name in AttributeName]?: Attribute } & Properties;
type AttributeName =
  | `aria-${string}`
  | `data-${string}`
  | ('alt' | 'class' | 'd' | 'decoding' | 'height' | 'href' | 'id' | 'loading' | 'name' | 'part')
  | ('role' | 'src' | 'tabindex' | 'type' | 'viewBox' | 'width');

/** Set as properties; a style attribute is what a strict content policy forbids. */
interface Properties {
  checked?: boolean;
  onclick?: () => void;
  onchange?: () => void;
  style?: { inlineSize: string };
}

interface Wanted {
  tag: string;
  attributes: Attributes;
  children: readonly Child[];
}

/** An element, a text, or '' for what is not there now and keeps its place. */
export type Child = Wanted | string;

/**
 * An element as it should be: 'p.price' is a <p> whose class and part are "price". What is false or
 * undefined takes an attribute away; functions listen.
 */
export function h(name: string, attributes: Attributes = {}, ...children: Child[]): Wanted {
  const [tag = '', part] = name.split('.');
  return { tag, attributes: part ? { class: part, part, ...attributes } : attributes, children };
}

/**
 * Makes the children of a node what is wanted, place by place: an element stays and changes what it
 * shows, so that it keeps its focus and the page does not shift.
 */
export function draw(parent: Node, wanted: readonly Child[]): void {
  wanted.forEach((child, at) => {
    const there = parent.childNodes[at] ?? parent.appendChild(new Text());
    const node = typeof child === 'string' ? textOf(there, child) : elementOf(there, child);
    if (node !== there) parent.replaceChild(node, there);
  });
  while (parent.childNodes.length > wanted.length) parent.lastChild!.remove();
}

/** Another text is another node: in a page of the other direction one that changes counts as moved. */
function textOf(there: Node, text: string): Node {
  return there instanceof Text && there.data === text ? there : new Text(text);
}

function elementOf(there: Node, { tag, attributes, children }: Wanted): Element {
  const element =
    there instanceof Element &&
    there.localName === tag &&
    // A new element for a new picture: the old one would stay until the new one is there.
    (tag !== 'img' || there.getAttribute('src') === attributes.src)
      ? there
      : /^(svg|path)$/.test(tag)
        ? document.createElementNS('http://www.w3.org/2000/svg', tag)
        : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (name === 'style') Object.assign((element as HTMLElement).style, value);
    else if (name === 'checked' || typeof value === 'function')
      Object.assign(element, { [name]: value });
    else if (value === undefined || value === false) element.removeAttribute(name);
    else if (element.getAttribute(name) !== `${value}`) element.setAttribute(name, `${value}`);
  draw(element, children);
  return element;
}

/** A stylesheet that a strict content policy allows; made when somebody wears it, once. */
export function css([text]: readonly string[]): () => CSSStyleSheet {
  let sheet: CSSStyleSheet | undefined;
  return () => {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(text!);
    }
    return sheet;
  };
}
