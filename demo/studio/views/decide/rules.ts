import { html, nothing } from 'lit';
import { facts } from '../see/facts.js';
import { conditionKeys, conditions, hasConditions, within } from './conditions.js';
import { isPart, keyOf, numberOr, type Part, put, shownOf, textsOf } from './edit.js';
import { folded, mistakesAt, mistakesOf, selectField, textField, told } from './fields.js';
import { ListPart } from './list_part.js';
import { days, monthsOf, places } from './when.js';

const actions = {
  exclude: 'Never offer',
  pin: 'Offer first',
  boost: 'Lift',
  bury: 'Lower',
  share: 'Only what shares',
  differ: 'Only what does not share',
  'near-price': 'Only at a price nearby',
  'at-most': 'At most so many alike',
} as const;
type Action = keyof typeof actions;

/** What an action is told besides its name, to begin with. */
const begins: Readonly<Partial<Record<Action, Part>>> = {
  boost: { by: 50 },
  bury: { by: 50 },
  'near-price': { percent: { from: 10, to: 100 } },
  'at-most': { count: 1, of: 'category' },
};
/** What a form asks of it. */
const numbers: Readonly<Partial<Record<Action, readonly string[]>>> = {
  ...{ boost: ['by'], bury: ['by'], share: ['of'], differ: ['of'] },
  ...{ 'near-price': ['percent'], 'at-most': ['count', 'of'] },
};
const shares = { category: 'the category', brand: 'the brand' } as const;
const alike = {
  ...{ category: 'of one category', brand: 'of one brand' },
  ...{ parent: 'variants of one product', any: 'in the whole row' },
} as const;
const selects: readonly Action[] = ['exclude', 'pin', 'boost', 'bury'];
const moreKeys = ['with', 'at', 'for', 'from', 'until', 'months', 'note'];

/** The merchant's own rules, by form. */
class RulesPart extends ListPart {
  protected override readonly key = 'rules';
  protected override readonly noun = 'Rule';

  protected override render() {
    return html`
      <section id="decide-rules" class="card" aria-labelledby="decide-rules-title">
        <h2 id="decide-rules-title">Rules</h2>
        <p>Rules say what orders cannot. Wherever they stand, they work in this order: what is never offered, what
          is offered first (by its place here), what alone may be offered, what is lifted or lowered, and how many may
          be alike. What is in the cart or sold out is not offered anyway.</p>
        ${this.entries.length === 0 ? html`<p class="quiet">No rule yet, and none is needed.</p>` : nothing}
        ${this.list()}
        <p class="actions"><button type="button" class="add" @click=${() => this.add({ do: 'exclude' })}>Add a rule</button></p>
      </section>`;
  }

  protected override fieldsOf({ do: action }: Part): readonly string[] {
    return ['do', ...(numbers[action as Action] ?? []), ...conditionKeys, ...moreKeys];
  }

  protected override headline(rule: Part): string {
    const action = actions[rule.do as Action] ?? shownOf(rule.do);
    const about = [
      ...textsOf(rule.product).map((id) => facts.titleOf(id)),
      ...['category', 'brand', 'tag'].flatMap((key) => textsOf(rule[key])),
    ];
    const more = about.length > 2 ? ` and ${about.length - 2} more` : '';
    return about.length > 0 ? `${action}: ${about.slice(0, 2).join(', ')}${more}` : action;
  }

  protected override card(rule: Part, place: string, change: (rule: Part) => void) {
    const action = rule.do as Action;
    const about = selects.includes(action);
    return html`
      <div class="fields">
        ${selectField('What it does', `${place}.do`, actions, rule.do, (next) => change(this.#become(rule, next)))}
        ${this.#numbers(rule, place, change)}
      </div>
      ${about ? conditions(rule, place, change) : nothing}
      ${folded(
        `rule ${keyOf(rule, 0)}`,
        'When, where and for whom',
        this.#hasMore(rule, place, about),
        () => html`
        ${about ? nothing : html`<h4>Only for these products</h4>${conditions(rule, place, change)}`}
        ${places(rule, place, change)}
        ${monthsOf(rule, place, change)}
        <div class="fields">${days(rule, place, change)}
          ${textField('Note for people', `${place}.note`, rule.note, (note) => change(put(rule, 'note', note)))}</div>
        ${within(
          'Only when this is in the cart, or is the product at hand',
          rule.with,
          `${place}.with`,
          (next) => change(put(rule, 'with', next)),
        )}
      `,
      )}`;
  }

  #hasMore(rule: Part, place: string, about: boolean): boolean {
    const has = (key: string) => key in rule || mistakesAt(`${place}.${key}`).length > 0;
    return moreKeys.some(has) || (!about && hasConditions(rule));
  }

  /** Another action; what only the one before was told goes with it. */
  #become(rule: Part, action: Action): Part {
    const told = { by: undefined, of: undefined, count: undefined, percent: undefined };
    return Object.entries({ ...told, ...begins[action], do: action }).reduce(
      (next, [key, value]) => put(next, key, value),
      rule,
    );
  }

  #numbers(rule: Part, place: string, change: (rule: Part) => void) {
    const number = (label: string, key: string, suffix?: string) =>
      textField(
        label,
        `${place}.${key}`,
        rule[key],
        (text) => change(put(rule, key, numberOr(text))),
        {
          mode: 'numeric',
          ...(suffix && { suffix }),
        },
      );
    switch (rule.do) {
      case 'boost':
      case 'bury':
        return number('By', 'by', '%');
      case 'share':
      case 'differ':
        return selectField('What', `${place}.of`, shares, rule.of ?? 'category', (of) =>
          change(put(rule, 'of', of)),
        );
      case 'at-most':
        return html`${number('How many', 'count')}${selectField(
          'Alike',
          `${place}.of`,
          alike,
          rule.of ?? 'category',
          (of) => change(put(rule, 'of', of)),
        )}`;
      case 'near-price': {
        const range: Part = isPart(rule.percent) ? rule.percent : {};
        const end = (label: string, key: string) =>
          textField(
            label,
            `${place}.percent.${key}`,
            range[key],
            (text) => change(put(rule, 'percent', put(range, key, numberOr(text)))),
            { mode: 'numeric', suffix: '%' },
          );
        return html`${end('From, of the price at hand', 'from')}${end('Up to', 'to')}
          ${told(mistakesOf(`${place}.percent`, ['from', 'to']))}`;
      }
      default:
        return nothing;
    }
  }
}

customElements.define('gs-decide-rules', RulesPart);
