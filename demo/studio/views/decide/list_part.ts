import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { store } from '../../view.js';
import { decisions } from './decisions.js';
import { isPart, keyOf, listOf, moved, type Part, removed, replaced } from './edit.js';
import { folded, mistakesAt, mistakesOf, told } from './fields.js';
import { DecidePart } from './part.js';

/** A list that is longer is one to look through: its entries say what they are, and open one by one. */
const mostOpen = 8;

/**
 * A list of shop.json as cards: each can be changed, moved and removed, and the focus goes along, so
 * that whoever uses the keyboard stays where they are.
 */
export abstract class ListPart extends DecidePart {
  protected abstract readonly key: 'goals' | 'rules' | 'rows';
  /** What one of them is called: "Rule". */
  protected abstract readonly noun: string;
  /** The fields that an entry has just now, each of which shows its own mistakes. */
  protected abstract fieldsOf(entry: Part): readonly string[];
  #focus = '';

  protected abstract card(
    entry: Part,
    place: string,
    change: (entry: Part) => void,
  ): TemplateResult;
  /** One sentence on an entry, for its head. */
  protected abstract headline(entry: Part): string;

  protected get entries(): readonly unknown[] {
    return listOf(store.state.config[this.key]);
  }

  /** Puts a new one at the end and goes there. */
  protected add(entry: Part): void {
    this.#focus = `[data-at="${this.entries.length}"] :is(select, input)`;
    decisions.unfold(foldOf(entry), true);
    this.configure(this.key, [...this.entries, entry]);
  }

  protected override updated(): void {
    if (!this.#focus) return;
    const target = this.querySelector<HTMLButtonElement>(this.#focus);
    this.#focus = '';
    target?.focus();
  }

  protected list(): TemplateResult {
    const { key, entries } = this;
    const value = store.state.config[key];
    if (value !== undefined && !Array.isArray(value))
      return html`<div class="empty"><p>“${key}” is no list. Mend it in the text below, and it stands here
        again.</p></div>`;
    return html`<ol class="entries">${repeat(entries, keyOf, (entry, at) => this.#entry(entry, at))}</ol>`;
  }

  #entry(entry: unknown, at: number): TemplateResult {
    const { key, noun, entries } = this;
    const place = `${key}[${at}]`;
    const part: Part = isPart(entry) ? entry : {};
    const name = `${noun} ${at + 1}`;
    const button = (className: string, label: string, disabled: boolean, act: () => void) => html`
      <button type="button" class=${className} ?disabled=${disabled} aria-label="${label}: ${name}"
        @click=${act}>${label}</button>`;
    const move = (by: number, className: string) => {
      const to = at + by;
      // At either end the button that was used has nothing more to do.
      const stuck = to === 0 || to === entries.length - 1;
      const other = className === 'up' ? 'down' : 'up';
      this.#focus = `[data-at="${to}"] .${stuck ? other : className}`;
      this.configure(key, moved(entries, at, by));
    };
    return html`
      <li class="entry" data-at=${at}>
        <div class="entry-head">
          <h3>${name}<span class="unseen">:</span> <small>${isPart(entry) ? this.headline(part) : ''}</small></h3>
          <span class="entry-tools">
            ${button('up', 'Up', at === 0, () => move(-1, 'up'))}
            ${button('down', 'Down', at === entries.length - 1, () => move(1, 'down'))}
            ${button('remove', 'Remove', false, () => {
              this.#focus =
                entries.length > 1
                  ? `[data-at="${Math.min(at, entries.length - 2)}"] .remove`
                  : '.add';
              this.configure(key, removed(entries, at));
            })}
          </span>
        </div>
        ${told(this.#open(part) ? mistakesOf(place, isPart(entry) ? this.fieldsOf(part) : []) : mistakesAt(place))}
        ${isPart(entry) ? this.#body(part, place, name, at) : nothing}
      </li>`;
  }

  #body(part: Part, place: string, name: string, at: number): TemplateResult {
    const { key, entries } = this;
    const card = () =>
      this.card(part, place, (next) => this.configure(key, replaced(entries, at, next)));
    if (entries.length <= mostOpen) return card();
    return folded(foldOf(part), `Change ${name.toLowerCase()}`, false, card);
  }

  /** Whether an entry's fields are there, to show what is wrong with them. */
  #open(part: Part): boolean {
    return this.entries.length <= mostOpen || decisions.unfolded(foldOf(part)) === true;
  }
}

const foldOf = (entry: Part): string => `entry ${keyOf(entry, 0)}`;
