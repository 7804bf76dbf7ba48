/** Text that is markup already; made by `html` alone, so that nothing else passes unescaped. */
class Markup {
  constructor(text) {
    this.text = text;
  }
  toString() {
    return this.text;
  }
}

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escapeText = (value) => String(value).replace(/[&<>"']/g, (sign) => ENTITIES[sign]);

function render(value) {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(render).join('');
  return value === null || value === undefined || value === false ? '' : escapeText(value);
}

/**
 * Markup from a template: html`<p>${title}</p>`. Every value is escaped, in text and in quoted
 * attributes alike; lists are joined, and null, undefined and false leave nothing behind.
 */
export const html = (strings, ...values) =>
  new Markup(strings.reduce((text, part, i) => text + render(values[i - 1]) + part));
