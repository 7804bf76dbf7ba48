import { html, nothing } from 'lit';
import { store, View } from '../view.js';
import './decide/average.js';
import { put } from './decide/edit.js';
import { textField } from './decide/fields.js';
import './decide/goals.js';
import './decide/more.js';
import './decide/rows.js';
import './decide/rules.js';
import './decide/text.js';
import { tried } from './try/tried.js';

/** The parts of the step. */
const parts = [
  ['decide-goals', 'Order goals'],
  ['decide-average', 'Average order'],
  ['decide-rules', 'Rules'],
  ['decide-rows', 'Places and shoppers'],
  ['decide-more', 'More'],
  ['decide-text', 'As text'],
] as const;

/** What of shop.json is set where. */
const keysOf: Readonly<Record<string, readonly string[]>> = {
  'decide-goals': ['goals'],
  'decide-rules': ['rules'],
  'decide-rows': ['rows'],
  'decide-more': ['experiment', 'bundle', 'stock', 'upgrade', 'cap', 'history'],
};

/** What the merchant decides: goals out of the shop's own orders, rules, places, all of shop.json. */
class DecideView extends View {
  protected override readonly also = [tried];

  protected override render() {
    const { products, sample } = store.state;
    if (!products)
      return html`
        <div class="empty"><p><strong>Nothing to decide yet.</strong> Drop in your orders, or look at the sample
          shop.</p><button type="button" class="main" @click=${() => store.go('in')}>To your orders</button></div>`;
    return html`
      <p class="lead">Nothing here has to be decided: without it your shop offers what goes with the cart. What you
        set is in force at once${tried.state.beside ? html`<span class="wide">, in the cart beside it</span>` : nothing}.</p>
      ${sample ? html`<p class="quiet">This is the sample shop: invented products, invented orders.</p>` : nothing}
      <nav class="parts" aria-label="In this step">
        <ul>${parts.map(([id, name]) => html`<li><a href="#${id}">${name}${this.#wrong(id)}</a></li>`)}</ul>
        <label class="beside"><input type="checkbox" .checked=${tried.state.beside}
          @change=${({ target }: Event) => tried.set({ beside: (target as HTMLInputElement).checked })}> Live cart beside it</label>
      </nav>
      <datalist id="decide-categories">${products.categories.map((name) => html`<option value=${name}></option>`)}</datalist>
      ${this.#currency()}
      <gs-decide-goals></gs-decide-goals>
      <gs-decide-average></gs-decide-average>
      <gs-decide-rules></gs-decide-rules>
      <gs-decide-rows></gs-decide-rows>
      <gs-decide-more></gs-decide-more>
      <gs-decide-text></gs-decide-text>
      <p class="actions"><button type="button" class="main" @click=${() => store.go('try')}>Try it</button></p>`;
  }

  /** How many mistakes a part has, beside its name. */
  #wrong(id: string) {
    const { mistakes } = store.state;
    const keys = keysOf[id] ?? [];
    const many = mistakes.filter(
      ({ place }) => id === 'decide-text' || keys.some((key) => place.startsWith(key)),
    ).length;
    return many === 0
      ? nothing
      : html` <span class="many">${many}<span class="unseen"> ${many === 1 ? 'mistake' : 'mistakes'}</span></span>`;
  }

  /** Orders of some shops tell no currency, and no amount is one without it. */
  #currency() {
    const { products, config } = store.state;
    if (products?.currency) return nothing;
    return html`
      <section class="card" aria-labelledby="decide-currency-title">
        <h2 id="decide-currency-title">Your currency</h2>
        <p>Your orders tell none, and goals need it. Name it here; open your orders again afterwards, so that the file
          that you take home knows it, too.</p>
        <div class="fields">${textField(
          'Currency',
          'currency',
          config.currency,
          (text) => store.configure(put(config, 'currency', text.trim().toUpperCase())),
          { hint: 'EUR, USD, GBP' },
        )}</div>
      </section>`;
  }
}

customElements.define('gs-decide', DecideView);
