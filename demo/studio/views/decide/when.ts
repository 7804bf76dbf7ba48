import { html } from 'lit';
import { numberOr, type Part, put, textsOf } from './edit.js';
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

/** Days that something begins and ends with, both included. */
export const days = (part: Part, place: string, change: Change) => html`
  ${textField('From', `${place}.from`, part.from, (from) => change(put(part, 'from', from)), { type: 'date' })}
  ${textField('Until', `${place}.until`, part.until, (until) => change(put(part, 'until', until)), { type: 'date' })}`;

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
