import { html, nothing } from 'lit';
import type { ShopConfig } from '../../shop_config.js';
import { store } from '../../view.js';
import { decisions } from './decisions.js';
import { isPart } from './edit.js';
import { told, typed } from './fields.js';
import { DecidePart } from './part.js';

const textOf = (config: ShopConfig) => `${JSON.stringify(config, null, 2)}\n`;

/** What the check says of a text, and whether it is an object of JSON at all. */
interface Seen {
  text: string;
  mistakes: typeof store.state.mistakes;
}

/**
 * shop.json as text. What is written is in force as soon as it is JSON; until then the draft stays as
 * it is, here and while the merchant goes to other steps, and what was in force stays in force.
 */
class TextPart extends DecidePart {
  #seen: Seen | null = null;

  protected override render() {
    const { config, mistakes } = store.state;
    const { draft } = decisions;
    const broken = draft !== null && draft.config === null;
    // A text that is in force stays as it was typed, until a form changes what it says.
    const text = draft && (broken || draft.config === config) ? draft.text : textOf(config);
    const said = broken ? (this.#seen?.text === text ? this.#seen.mistakes : []) : mistakes;
    return html`
      <section id="decide-text" class="card" aria-labelledby="decide-text-title">
        <h2 id="decide-text-title">As text</h2>
        <p>The same as a file, <code>shop.json</code>. Everything that can be set stands in the folder that you take
          home; what the forms above do not have is set here.</p>
        <textarea id="decide-text-field" aria-labelledby="decide-text-title" spellcheck="false" autocapitalize="off"
          rows=${Math.min(Math.max(text.split('\n').length + 1, 8), 30)}
          aria-invalid=${said.length > 0} aria-describedby="decide-text-said" .value=${text}
          @input=${(event: Event) => this.#write(typed(event))}></textarea>
        <div id="decide-text-said" role="status">
          ${
            broken
              ? html`<p class="warned"><strong>Not in force yet.</strong> It cannot be read. What was in force
                  before stays in force, and your text stays here.</p>`
              : said.length === 0
                ? html`<p class="fine">In force, without a mistake.</p>`
                : html`<p class="warned"><strong>In force but for ${said.length === 1 ? 'one mistake' : `${said.length} mistakes`}.</strong>
                    What is wrong is left out.</p>`
          }
          ${told(said.map(({ place, what }) => ({ place, what: `${place}: ${what}` })))}
        </div>
        ${
          broken
            ? html`<p class="actions"><button type="button" @click=${() => decisions.write(null)}>Throw this text away, take what
                is in force</button></p>`
            : nothing
        }
      </section>`;
  }

  #write(text: string): void {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      // Where it is wrong, the check says in the same words as the command.
      value = undefined;
    }
    if (isPart(value)) {
      const config = value as ShopConfig;
      decisions.write({ text, config });
      store.configure(config);
      return;
    }
    decisions.write({ text, config: null });
    this.#look(text);
  }

  async #look(text: string): Promise<void> {
    const mistakes = (await store.session?.ask('check', text).catch(() => [])) ?? [];
    // Many answers to a text that is being typed; the last one is about what stands there.
    if (decisions.draft?.text !== text) return;
    this.#seen = { text, mistakes };
    this.requestUpdate();
  }
}

customElements.define('gs-decide-text', TextPart);
