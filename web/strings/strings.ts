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
  // Made when something is counted: most pages count nothing.
  let plurals: Intl.PluralRules | undefined;
  const formOf = (n: number) => {
    plurals ??= new Intl.PluralRules(language);
    return plurals.select(n);
  };
  return (key, values = {}) => {
    const text = texts[key];
    const form =
      typeof text === 'string' ? text : (text[formOf(Number(values.n))] ?? text.other ?? '');
    return form.replace(/\{(\w+)\}/g, (hole, name: string) => {
      const value = values[name];
      return value === undefined ? hole : `${open}${value}${close}`;
    });
  };
}

/**
 * Speaks the language of a page, as `<html lang>` names it: 'pt-BR', 'de_AT'. English where there is
 * none of ours. `own` are texts of the shop's, by key; what is no text changes nothing. Rejects where
 * the language's file cannot be had.
 */
export async function speakOf(lang: string, own: Readonly<Record<string, unknown>>): Promise<Say> {
  const language = localeOf(lang).split('-')[0]!;
  const texts =
    language === 'en' ? undefined : await (await import('./languages.js')).textsOf(language);
  const said = Object.entries(own).filter(
    ([key, text]) =>
      key in en &&
      [text]
        .flatMap((one) => (one === Object(one) ? Object.values(one as object) : one))
        .every((form) => typeof form === 'string'),
  );
  return speak({ ...(texts ?? en), ...Object.fromEntries(said) }, texts ? language : 'en');
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
