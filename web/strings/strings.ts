import { en } from './en.js';

export type StringKey = keyof typeof en;
type Texts = Record<StringKey, string | Readonly<Record<string, string>>>;

/** Says a text of the page's language, with names and amounts put in. */
export type Say = (key: StringKey, values?: Record<string, string | number>) => string;

// First-strong isolate and its end: an Arabic title does not reorder the English around it.
const open = '\u2068';
const close = '\u2069';

/** English in the formats of `locale`. */
export function speak(locale: string, texts: Texts = en): Say {
  return (key, values = {}) => {
    const text = texts[key];
    const form = typeof text === 'string' ? text : pluralForm(text, locale, Number(values.n));
    return form.replace(/\{(\w+)\}/g, (hole, name: string) => {
      const value = values[name];
      return value === undefined ? hole : `${open}${value}${close}`;
    });
  };
}

function pluralForm(forms: Readonly<Record<string, string>>, locale: string, n: number): string {
  return forms[new Intl.PluralRules(locale).select(n)] ?? forms.other ?? '';
}
