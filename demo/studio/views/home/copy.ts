import { html, LitElement } from 'lit';

const shortcut = /mac|iphone|ipad/i.test(navigator.platform) ? '⌘C' : 'Ctrl+C';

/** Copies a text, or else selects it where it stands. Tells which of the two it was. */
async function copied(text: string, place: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No clipboard on pages without https, or where the browser does not allow it.
  }
  const range = document.createRange();
  range.selectNodeContents(place);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  }
}

/**
 * Lines to take along, with a button that says whether they were copied.
 *
 * `name`   what the lines are, for whoever listens
 * `where`  where they go
 */
export class CopyBlock extends LitElement {
  static override properties = {
    name: {},
    where: {},
    code: {},
    said: { state: true },
  };
  declare name: string;
  declare where: string;
  declare code: string;
  declare said: string;
  #timer = 0;

  constructor() {
    super();
    this.name = this.where = this.code = this.said = '';
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override render() {
    return html`
      <div class="lines-head">
        <p class="where">${this.where}</p>
        <p role="status" class="said">${this.said}</p>
        <button type="button" aria-label="Copy: ${this.name}" @click=${this.#copy}>Copy</button>
      </div>
      <pre tabindex="0" role="group" aria-label=${this.name}><code>${this.code}</code></pre>`;
  }

  readonly #copy = async () => {
    const place = this.querySelector('code');
    if (!place) return;
    this.said = (await copied(this.code, place)) ? 'Copied' : `Selected: press ${shortcut}`;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.said = '';
    }, 6000);
  };
}

customElements.define('gs-copy', CopyBlock);
