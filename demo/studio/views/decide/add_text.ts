import { html, LitElement } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

/**
 * A field that puts a text into a list: Enter takes it.
 *
 * @fires added  with the text
 */
class AddText extends LitElement {
  static override properties = { label: {}, field: {}, list: {} };
  declare label: string;
  /** The field's id. */
  declare field: string;
  /** The id of a datalist. */
  declare list: string | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render() {
    return html`
      <label for=${this.field}>${this.label}</label>
      <span class="with-unit"><input id=${this.field} autocomplete="off" list=${ifDefined(this.list)}
        @change=${this.#take} @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Enter') this.#take();
        }}><button type="button" @click=${this.#take}>Add</button></span>`;
  }

  readonly #take = () => {
    const input = this.querySelector('input');
    const text = input?.value.trim();
    if (!input || !text) return;
    input.value = '';
    this.dispatchEvent(new CustomEvent('added', { detail: text }));
  };
}

customElements.define('gs-add-text', AddText);
