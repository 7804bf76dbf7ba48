/** What the merchant chose in this step; it stays while the page is open. */
export const choices = {
  /** A key of `platforms`; empty: by the format of the orders. */
  platform: '',
  /** Whether last night's file takes the place of the one before, or has a name of its own. */
  renewed: 'nightly' as 'nightly' | 'release',
  /** As it was typed. */
  host: '',
};

/** The folder on another host, or '' where none is named, or null where it is no such address. */
export function hostOf(typed: string): string | null {
  if (typed.trim() === '') return '';
  try {
    const { protocol, href, search, hash } = new URL(typed.trim());
    if (protocol !== 'https:' || search || hash) return null;
    // What stands in quotes in a template.
    const address = href.replaceAll("'", '%27');
    return address.endsWith('/') ? address : `${address}/`;
  } catch {
    return null;
  }
}
