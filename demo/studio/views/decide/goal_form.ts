import { html, nothing } from 'lit';
import { store } from '../../view.js';
import { facts } from '../see/facts.js';
import { within } from './conditions.js';
import { keyOf, numberOr, type Part, put, shownOf, textsOf } from './edit.js';
import { amountsField, folded, idOf, mistakesAt, selectField, textField, told } from './fields.js';
import { days } from './when.js';

export const rewards = {
  'free-shipping': 'Free shipping',
  discount: 'A discount',
  gift: 'A gift',
  points: 'Points',
  message: 'A message',
} as const;
export type Reward = keyof typeof rewards;

const bases = { after: 'after discounts on the cart', before: 'before them' } as const;
const taxes = {
  'as-shown': 'as the cart shows it',
  included: 'with tax',
  excluded: 'without tax',
} as const;

/** What only one kind of reward is told, to begin with. */
const begins: Readonly<Record<Reward, Part>> = {
  'free-shipping': {},
  discount: { percent: 5 },
  gift: {},
  points: { points: 100 },
  message: {},
};

/** What only one kind of reward is asked. */
const asked: Readonly<Record<Reward, readonly string[]>> = {
  'free-shipping': [],
  discount: ['percent'],
  gift: ['product', 'text'],
  points: ['points'],
  message: ['text'],
};

/** The fields that a goal has in the form. */
export function goalFields(goal: Part): readonly string[] {
  return [
    ...['reward', 'items' in goal ? 'items' : 'amount', ...(asked[goal.reward as Reward] ?? [])],
    ...(goal.reward === 'discount' ? [] : ['cost']),
    ...['basis', 'tax', 'countries', 'from', 'until', 'only', 'except'],
    ...(savesIsAsked(goal) ? ['value'] : []),
  ];
}
/** What a percentage saves, nobody has to say. */
const savesIsAsked = (goal: Part) => !(goal.reward === 'discount' && 'percent' in goal);
const moreKeys = ['basis', 'tax', 'countries', 'from', 'until', 'only', 'except', 'value'];

type Change = (goal: Part) => void;

/** The fields of an order goal. */
export function goalForm(goal: Part, place: string, change: Change) {
  const pieces = 'items' in goal;
  const set = (key: string) => (value: unknown) => change(put(goal, key, value));
  return html`
    <div class="fields">
      ${selectField('Reward', `${place}.reward`, rewards, goal.reward, (reward) => change(become(goal, reward)))}
      ${selectField(
        'It takes',
        `${place}-by`,
        { amount: 'an amount', items: 'a number of pieces' },
        pieces ? 'items' : 'amount',
        (by) =>
          change(
            by === 'items'
              ? put(put(goal, 'amount', undefined), 'items', 3)
              : put(goal, 'items', undefined),
          ),
      )}
      ${
        pieces
          ? number('Pieces', 'items', goal, place, change)
          : amountsField('From an order of', `${place}.amount`, goal.amount, set('amount'))
      }
      ${named(goal, place, change)}
      ${goal.reward === 'discount' ? nothing : amountsField('It costs you, each time', `${place}.cost`, goal.cost, set('cost'), costHint(goal))}
    </div>
    ${goal.reward === 'gift' ? gift(goal, place, set('product')) : nothing}
    ${folded(
      `goal ${keyOf(goal, 0)}`,
      'What counts, when and where',
      moreKeys.some((key) => key in goal),
      () => html`
      <div class="fields">
        ${selectField('The amount counts', `${place}.basis`, bases, goal.basis ?? 'after', (basis) => change(put(goal, 'basis', basis === 'after' ? undefined : basis)))}
        ${selectField('Tax', `${place}.tax`, taxes, goal.tax ?? 'as-shown', (tax) => change(put(goal, 'tax', tax === 'as-shown' ? undefined : tax)))}
        ${textField(
          'Countries',
          `${place}.countries`,
          textsOf(goal.countries).join(', '),
          (written) =>
            change(
              put(
                goal,
                'countries',
                written
                  .split(/[\s,;]+/)
                  .filter(Boolean)
                  .map((code) => code.toUpperCase()),
              ),
            ),
          { hint: 'IT, SM; all unless given' },
        )}
        ${days(goal, place, change)}
        ${!savesIsAsked(goal) ? nothing : amountsField('It saves the shopper', `${place}.value`, goal.value, set('value'))}
      </div>
      ${within('Only these products count', goal.only, `${place}.only`, set('only'))}
      ${within('These do not count', goal.except, `${place}.except`, set('except'))}
    `,
    )}`;
}

function number(
  label: string,
  key: string,
  goal: Part,
  place: string,
  change: Change,
  suffix?: string,
) {
  return textField(
    label,
    `${place}.${key}`,
    goal[key],
    (text) => change(put(goal, key, numberOr(text))),
    {
      mode: 'numeric',
      ...(suffix && { suffix }),
    },
  );
}

/** What the reward is told with. */
function named(goal: Part, place: string, change: Change) {
  switch (goal.reward) {
    case 'discount':
      return number('Percent off', 'percent', goal, place, change, '%');
    case 'points':
      return number('Points', 'points', goal, place, change);
    case 'gift':
      return textField(
        'What the shopper reads',
        `${place}.text`,
        goal.text,
        (text) => change(put(goal, 'text', text)),
        {
          hint: 'such as “a candle”',
        },
      );
    case 'message':
      return textField(
        'What the shopper reads',
        `${place}.text`,
        goal.text,
        (text) => change(put(goal, 'text', text)),
        {
          hint: 'such as “We plant a tree”',
        },
      );
    default:
      return nothing;
  }
}

function costHint({ reward }: Part): string {
  if (reward === 'free-shipping') return 'what a parcel costs you unless given';
  return reward === 'gift' ? 'its price less your margin unless given' : 'nothing unless given';
}

const products = () => store.state.products?.products ?? [];

/** A gift is one of the shop's own products. */
function gift(goal: Part, place: string, change: (value: unknown) => void) {
  const id = shownOf(goal.product);
  const here = idOf(`${place}.product`);
  return html`
    <div class="field wide" id=${here}>
      <gs-find-product id="${here}-find" label=${id ? 'Another gift' : 'Which product'} .products=${products()}
        @found=${({ detail }: CustomEvent<number>) => change(products()[detail]!.id)}></gs-find-product>
      ${id ? html`<p>The gift: <strong>${facts.titleOf(id)}</strong></p>` : nothing}
      ${told(mistakesAt(`${place}.product`))}
    </div>`;
}

/** Another reward; what only the one before was told goes with it. */
function become(goal: Part, reward: Reward): Part {
  const own = {
    percent: undefined,
    points: undefined,
    times: undefined,
    product: undefined,
    text: undefined,
  };
  return Object.entries({ ...own, ...begins[reward], reward }).reduce(
    (next, [key, value]) => put(next, key, value),
    goal,
  );
}
