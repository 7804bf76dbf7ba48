import { en } from './en.js';

export type StringKey = keyof typeof en;
export type Texts = Record<StringKey, string | Readonly<Record<string, string>>>;

/** Says a text of the page's language, with names and amounts put in. */
export type Say = (key: StringKey, values?: Record<string, string | number>) => string;

// First-strong isolate and its end: an Arabic title does not reorder the English around it.
const open = '\u2068';
const close = '\u2069';

/** Says the texts of a language, with its plural rules. */
export function speak(texts: Texts = en, language = 'en'): Say {
  const plurals = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const text = texts[key];
    const form =
      typeof text === 'string'
        ? text
        : (text[plurals.select(Number(values.n))] ?? text.other ?? '');
    return form.replace(/\{(\w+)\}/g, (hole, name: string) => {
      const value = values[name];
      return value === undefined ? hole : `${open}${value}${close}`;
    });
  };
}

/** The first of the candidates that is a locale; pages write 'en_US', '' and worse. */
export function localeOf(...candidates: string[]): string {
  for (const candidate of candidates)
    try {
      const [locale] = Intl.getCanonicalLocales(candidate.replace('_', '-'));
      if (locale) return locale;
    } catch {
      // Not this one.
    }
  return 'en';
}
