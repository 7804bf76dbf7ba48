import { html, nothing } from 'lit';
import { ownLook } from '../../try/own_look.js';
import { store } from '../../view.js';
import { entriesOf, stageNames } from '../decide/names.js';
import { TriedPart } from './part.js';
import { languages, tried } from './tried.js';

const themes = {
  '': 'None: as your page looks',
  linen: 'Linen: soft and warm',
  ink: 'Ink: a printed page',
  bold: 'Bold: loud and square',
  market: 'Market: a shelf of many things',
} as const;

/** Fonts that need no file: what a page's own font is, is known to the page alone. */
const fonts = {
  '': 'System',
  'ui-serif, Georgia, Cambria, serif': 'Serif',
  'ui-rounded, "Hiragino Maru Gothic ProN", Quicksand, sans-serif': 'Rounded',
  'Verdana, "DejaVu Sans", sans-serif': 'Wide',
  'ui-monospace, Menlo, Consolas, monospace': 'Typewriter',
} as const;

const directions = { auto: 'As the language', ltr: 'Left to right', rtl: 'Right to left' } as const;
const schemes = { light: 'Light', dark: 'Dark' } as const;

const typed = (event: Event) => (event.target as HTMLInputElement).value;

/** Who looks, in which language, and what the widget looks like there. */
class TrySettings extends TriedPart {
  protected override render() {
    if (!store.state.products) return nothing;
    const { look, stage, language, direction, scheme } = tried.state;
    return html`
      <section class="card" aria-labelledby="try-settings-title">
        <h2 id="try-settings-title">Shopper and look</h2>
        <div class="fields">
          ${this.#select('Shopper', stageNames, stage, (value) => tried.set({ stage: value }))}
          ${this.#select('Language', languages, language, (value) => tried.set({ language: value }))}
          ${this.#select('Direction', directions, direction, (value) => tried.set({ direction: value }))}
          ${this.#select('Light or dark', schemes, scheme, (value) => tried.set({ scheme: value }))}
          ${this.#select('Theme', themes, look.theme, (theme) => tried.wear({ theme }))}
          ${this.#select('Font of the page', fonts, look.font, (font) => tried.wear({ font }))}
          ${this.#accent(look.accent)}
          ${this.#radius(look.radius)}
        </div>
        ${this.#lines()}
      </section>`;
  }

  #select<Name extends string>(
    label: string,
    names: Readonly<Record<Name, string>>,
    chosen: string,
    choose: (value: Name) => void,
  ) {
    return html`
      <label>${label}<select @change=${(event: Event) => choose(typed(event) as Name)}>${entriesOf(
        names,
      ).map(
        ([value, name]) =>
          html`<option value=${value} .selected=${value === chosen}>${name}</option>`,
      )}</select></label>`;
  }

  #accent(accent: string) {
    return html`
      <fieldset class="own"><legend>Accent colour</legend>
        <label><input type="checkbox" .checked=${accent !== ''}
          @change=${({ target }: Event) =>
            tried.wear({
              accent: (target as HTMLInputElement).checked ? '#0b6e5d' : '',
            })}> Of your own</label>
        <input type="color" aria-label="Accent colour" ?disabled=${accent === ''} .value=${accent || '#0b6e5d'}
          @input=${(event: Event) => tried.wear({ accent: typed(event) })}>
      </fieldset>`;
  }

  #radius(radius: number) {
    return html`
      <fieldset class="own"><legend>Corners</legend>
        <label><input type="checkbox" .checked=${radius >= 0}
          @change=${({ target }: Event) =>
            tried.wear({
              radius: (target as HTMLInputElement).checked ? 8 : -1,
            })}> Of your own</label>
        <input type="range" aria-label="Corner radius" min="0" max="32" ?disabled=${radius < 0}
          aria-valuetext="${radius} pixels" .value=${String(Math.max(radius, 0))}
          @input=${(event: Event) => tried.wear({ radius: Number(typed(event)) })}>
        <output>${radius < 0 ? nothing : `${radius} px`}</output>
      </fieldset>`;
  }

  #copied = '';
  #shown = '';

  async #copy(lines: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(lines);
      this.#copied = 'Copied.';
    } catch {
      // Pages without https have no clipboard, and people may forbid it.
      this.#copied = 'This browser does not let the page copy: mark the lines and copy them.';
    }
    this.requestUpdate();
  }

  /** What of this goes into the shop's own page. */
  #lines() {
    const { look } = tried.state;
    const own = ownLook(look);
    if (own !== this.#shown) [this.#shown, this.#copied] = [own, ''];
    if (!look.theme && !own) return nothing;
    return html`
      <h3>For your shop’s page</h3>
      ${
        look.theme
          ? html`<p>The theme is a file of the folder that you take home:</p>
              <pre tabindex="0" aria-label="The theme’s tag"><code>&lt;link rel="stylesheet" href="theme-${look.theme}.css"&gt;</code></pre>`
          : nothing
      }
      ${
        own
          ? html`<p>These lines go into your stylesheet:</p>
              <pre tabindex="0" aria-label="Lines for your stylesheet" class="own-lines"><code>${own}</code></pre>
              <p class="copies"><button type="button" @click=${() => this.#copy(own)}>Copy the lines</button>
                <span role="status">${this.#copied}</span></p>`
          : nothing
      }`;
  }
}

customElements.define('gs-try-settings', TrySettings);
