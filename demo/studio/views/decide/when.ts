import { html } from 'lit';
import { numberOr, type Part, put, shownOf, textsOf } from './edit.js';
import { checks, textField } from './fields.js';
import { placementNames, stageNames } from './names.js';

const months = Object.fromEntries(
  Array.from({ length: 12 }, (_, at) => [
    String(at + 1),
    new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' }).format(Date.UTC(2026, at)),
  ]),
) as Record<string, string>;

type Change = (part: Part) => void;

/** Where something is shown, and for whom. */
export const places = (part: Part, place: string, change: Change) => html`
  ${checks('Where', `${place}.at`, placementNames, textsOf(part.at), (at) => change(put(part, 'at', shorter(at))))}
  ${checks(
    'For whom',
    `${place}.for`,
    stageNames,
    textsOf(part.for),
    (stages) => change(put(part, 'for', shorter(stages))),
    'everybody',
  )}`;

const shorter = (names: readonly string[]) => (names.length === 1 ? names[0] : names);

/** A field for days shows nothing of what is none; there it stays as it was written. */
function dayField(label: string, key: 'from' | 'until', part: Part, place: string, change: Change) {
  const written = shownOf(part[key]);
  const [read] = Number.isNaN(Date.parse(written))
    ? ['']
    : new Date(written).toISOString().split('T');
  const type = written === '' || read === written ? 'date' : 'text';
  return textField(label, `${place}.${key}`, written, (day) => change(put(part, key, day)), {
    type,
  });
}

/** Days that something begins and ends with, both included. */
export const days = (part: Part, place: string, change: Change) => html`
  ${dayField('From', 'from', part, place, change)}
  ${dayField('Until', 'until', part, place, change)}`;

/** Months that something is for. */
export const monthsOf = (part: Part, place: string, change: Change) => {
  const chosen = Array.isArray(part.months) ? part.months.map(String) : [];
  return checks(
    'Months',
    `${place}.months`,
    months,
    chosen,
    (names) => change(put(part, 'months', names.map(numberOr))),
    'all year',
  );
};
