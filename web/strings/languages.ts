import type { Texts } from './strings.js';

// One file a language; only the page's own is loaded.
const languages: Readonly<Record<string, () => Promise<{ texts: Texts }>>> = {
  ar: () => import('./ar.js'),
  cs: () => import('./cs.js'),
  de: () => import('./de.js'),
  es: () => import('./es.js'),
  fr: () => import('./fr.js'),
  it: () => import('./it.js'),
  ja: () => import('./ja.js'),
  nl: () => import('./nl.js'),
  pl: () => import('./pl.js'),
  pt: () => import('./pt.js'),
};

/** The texts of a language, by its two letters; undefined where it is none of these. */
export async function textsOf(language: string): Promise<Texts | undefined> {
  return Object.hasOwn(languages, language) ? (await languages[language]!()).texts : undefined;
}
