/**
 * Text and addresses that come from a model, a cart or a page. All of it is untrusted: it becomes
 * text nodes and allow-listed attributes, never markup.
 */

/** Room enough for any honest title. */
export const maxTitle = 200;

// White space, C0 and C1 controls, and the marks that would reorder the text around a title. We add
// our own isolates when we render.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unwanted = /[\s\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g;

/** Text in one line, without control and reordering characters, at most `limit` characters long. */
export function cleanText(value: unknown, limit = maxTitle): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  // Cut twice: before the costly steps, and by code points, so that no emoji is halved.
  const text = String(value)
    .slice(0, limit * 4)
    .replace(unwanted, ' ')
    .trim();
  return text.length <= limit ? text : Array.from(text).slice(0, limit).join('');
}

/** An id exactly as the shop writes it, or '' for what cannot be one. */
export function cleanId(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const id = String(value);
  return id.length <= 500 ? id : '';
}

/** An absolute http(s) address, or '' for anything else: `javascript:`, `data:`, nonsense. */
export function safeUrl(value: unknown, base?: string): string {
  if (typeof value !== 'string' || value === '') return '';
  try {
    const url = new URL(value, base);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : '';
  } catch {
    return '';
  }
}

/** A product's address if it leads to this very shop, with or without "www."; else ''. */
export function shopUrl(value: unknown, base: string): string {
  const href = safeUrl(value, base);
  if (href === '') return '';
  const host = (url: URL) => url.host.replace(/^www\./, '');
  return host(new URL(href)) === host(new URL(base)) ? href : '';
}
