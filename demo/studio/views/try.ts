import { html, nothing } from 'lit';
import { Width } from '../charts.js';
import { store, View } from '../view.js';
import { entriesOf, placementNames } from './decide/names.js';
import { TriedFrame } from './try/frame.js';
import './try/cart.js';
import './try/settings.js';
import { tried, type WindowName, windows } from './try/tried.js';

/** Where the cart has room beside the step "Decide". */
const wide = matchMedia('(width >= 80rem)');

/**
 * A live cart: the widget itself, in a window as wide as the merchant likes, with a cart that is
 * filled by hand or by its own offers. It is on the page from the start, hidden at other steps,
 * because its frame is loaded with the page and would be loaded again wherever it is moved.
 */
class TryView extends View {
  readonly #line = new TriedFrame(() => this.querySelector('iframe'));
  readonly #width = new Width(() => this.#fit());
  readonly #told = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#line.listen();
    tried.addEventListener('change', this.#told);
    wide.addEventListener('change', this.#told);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#line.stop();
    this.#width.stop();
    tried.removeEventListener('change', this.#told);
    wide.removeEventListener('change', this.#told);
  }

  protected override firstUpdated(): void {
    const stage = this.querySelector('.tried-window');
    if (stage) this.#width.of(stage);
  }

  protected override updated(): void {
    const { step, products } = store.state;
    const beside = step === 'decide' && tried.state.beside && wide.matches && products !== null;
    this.hidden = step !== 'try' && !beside;
    this.toggleAttribute('beside', beside);
    if (this.hidden || !products) return;
    tried.settle();
    this.#fit();
    this.#line.tell();
  }

  /** A window that is wider than the room for it is shown smaller, as a whole. */
  #fit(): void {
    const [frame, room] = [
      this.querySelector('iframe'),
      this.querySelector<HTMLElement>('.tried-window'),
    ];
    if (!frame || !room || this.#width.now === 0) return;
    const { width, height } = windows[this.#window];
    const scale = Math.min(1, this.#width.now / width);
    Object.assign(frame.style, {
      width: `${width}px`,
      height: `${height}px`,
      transform: scale < 1 ? `scale(${scale})` : '',
    });
    room.style.blockSize = `${Math.ceil(height * scale)}px`;
    room.style.setProperty('--tried-width', `${Math.floor(width * scale)}px`);
    const note = this.querySelector('.tried-scale');
    if (note)
      note.textContent = scale < 1 ? `Shown at ${Math.round(scale * 100)} % of its size.` : '';
  }

  /** Beside another step there is room for a phone. */
  get #window(): WindowName {
    return this.hasAttribute('beside') ? 'phone' : tried.state.window;
  }

  protected override render() {
    const none = store.state.products === null;
    return html`
      <div class="empty" ?hidden=${!none}>
        <p><strong>Nothing to try yet.</strong> Drop in your orders, or look at the sample shop.</p>
        <button type="button" class="main" @click=${() => store.go('in')}>To your orders</button>
      </div>
      <p class="lead tried-alone" ?hidden=${none}>This is the widget as your shop would have it, with your
        products and your rules. Fill the cart, change anything; it shows at once.</p>
      <div class="tried" data-window=${tried.state.window} ?hidden=${none}>
        <section class="tried-shop" aria-labelledby="tried-title">
          <h2 id="tried-title">The live cart</h2>
          ${this.#tools()}
          <div class="tried-window"><iframe title="A shop with your products, to try" src=${frameAddress}></iframe></div>
          <p class="quiet tried-notes"><span class="tried-scale"></span> Pictures stay out: they would be asked for
            from your shop.</p>
          <p role="status" class="tried-trouble">${
            tried.state.trouble ? `The widget says: ${tried.state.trouble}` : nothing
          }</p>
        </section>
        <gs-try-cart class="tried-alone"></gs-try-cart>
        <gs-try-settings class="tried-alone"></gs-try-settings>
      </div>
      <p class="actions tried-alone" ?hidden=${none}><button type="button" class="main" @click=${() => store.go('home')}>Take this home</button></p>`;
  }

  #tools() {
    const { placement, window } = tried.state;
    return html`
      <div class="tried-tools">
        <label>Place <select @change=${(event: Event) =>
          tried.set({
            placement: (event.target as HTMLSelectElement).value as typeof placement,
          })}>${entriesOf(placementNames).map(
          ([value, name]) =>
            html`<option value=${value} .selected=${value === placement}>${name}</option>`,
        )}</select></label>
        <fieldset class="choice tried-alone"><legend class="unseen">Window</legend>${Object.entries(
          windows,
        ).map(
          ([value, { name, width }]) => html`
            <label><input type="radio" name="tried-window" value=${value} .checked=${value === window}
              @change=${() => tried.set({ window: value as WindowName })}> ${name} <small class="quiet">${width}</small></label>`,
        )}</fieldset>
        <button type="button" class="tried-beside" @click=${() => tried.set({ beside: false })}>Hide</button>
      </div>`;
  }
}

const frameAddress = new URL('try.html', import.meta.url).href;

customElements.define('gs-try', TryView);
