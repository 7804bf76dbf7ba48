import { en } from './en.js';
import { localeOf, type Say, speak, type Texts } from './strings.js';

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

/**
 * Speaks the language of a page, as `<html lang>` names it: 'pt-BR', 'de_AT'. English where there is
 * none of ours, or where its file cannot be had; `own` are texts of the shop's.
 */
export async function speakOf(
  lang: string,
  own: Readonly<Record<string, unknown>> = {},
): Promise<Say> {
  const language = localeOf(lang).split('-')[0]!;
  let texts: Texts = en;
  let spoken = 'en';
  try {
    const load = Object.hasOwn(languages, language) ? languages[language] : undefined;
    if (load) [texts, spoken] = [(await load()).texts, language];
  } catch {
    // English is better than nothing.
  }
  return speak({ ...texts, ...ownTexts(own) }, spoken);
}

/** Of the shop's texts those that are texts, or forms by plural category. */
function ownTexts(own: Readonly<Record<string, unknown>>): Partial<Texts> {
  const isForms = (text: unknown) =>
    typeof text === 'object' &&
    text !== null &&
    Object.values(text).every((form) => typeof form === 'string');
  return Object.fromEntries(
    Object.entries(own).filter(
      ([key, text]) => key in en && (typeof text === 'string' || isForms(text)),
    ),
  );
}
