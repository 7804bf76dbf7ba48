import { html, nothing } from 'lit';
import { type Folder, folderOf } from '../folder.js';
import type { ShopConfig } from '../shop_config.js';
import { differs } from '../trained.js';
import { store, View } from '../view.js';
import './home/files.js';
import './home/nightly.js';
import './home/paste.js';
import './home/policy.js';

/** Everything that a shop needs, to take along: files, lines to paste, and the nightly command. */
class HomeView extends View {
  #folder: Folder | null = null;
  #of: { model: Uint8Array; config: ShopConfig } | null = null;
  #trouble = '';

  protected override willUpdate(): void {
    const { model, config } = store.state;
    if (!model || (this.#of?.model === model && this.#of.config === config)) return;
    const of = { model, config };
    this.#of = of;
    this.#fill(of);
  }

  async #fill(of: { model: Uint8Array; config: ShopConfig }): Promise<void> {
    try {
      const folder = await folderOf(of.model, of.config);
      if (this.#of !== of) return;
      [this.#folder, this.#trouble] = [folder, ''];
    } catch {
      if (this.#of !== of) return;
      [this.#folder, this.#trouble] = [
        null,
        'The widget’s own files did not come along when this page was loaded. Save shop.gw and shop.json below, load the page again, and take the folder then.',
      ];
    }
    this.requestUpdate();
  }

  protected override render() {
    const { model, sample, config, made, mistakes } = store.state;
    if (!model)
      return html`
        <div class="empty"><p><strong>Nothing to take home yet.</strong> Drop in your orders, or look at the
          sample shop: what your shop needs is made from them.</p>
          <button type="button" class="main" @click=${() => store.go('in')}>To your orders</button></div>`;
    return html`
      <p class="lead">Files, a few lines to paste, and one command for the night. All of it runs on your own
        host: no service behind it, no account, no key.</p>
      ${
        sample
          ? html`<p class="quiet">This is the sample shop. With your own orders the same page gives you your own
              files.</p>`
          : nothing
      }
      ${mistakes.length > 0 ? this.#mistakes() : nothing}
      ${differs(made.config, config) ? this.#stale() : nothing}
      <gs-home-files .folder=${this.#folder} .trouble=${this.#trouble}></gs-home-files>
      <gs-home-paste .folder=${this.#folder}></gs-home-paste>
      <gs-home-policy .folder=${this.#folder}></gs-home-policy>
      <gs-home-nightly></gs-home-nightly>
      <p class="actions"><button type="button" class="main" @click=${() => store.go('after')}>
        Afterwards: did it help?</button></p>`;
  }

  #mistakes() {
    const { mistakes } = store.state;
    return html`
      <section class="card warned" aria-labelledby="home-mistakes">
        <h2 id="home-mistakes">Mend ${mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`} first</h2>
        <p>Your shop works with the rest, but what is wrong is left out of it, and the nightly command may stop
          at it.</p>
        <ul class="mistakes">${mistakes.map(({ place, what }) => html`<li><code>${place}</code> ${what}</li>`)}</ul>
        <button type="button" @click=${() => store.go('decide')}>Back to Decide</button>
      </section>`;
  }

  #stale() {
    const { work } = store.state;
    return html`
      <section class="card warned" aria-labelledby="home-stale">
        <h2 id="home-stale">Learn once more</h2>
        <p>Since this file was made, your rules and goals have come to name other products or tags, or another
          currency. A file that is made with them keeps what they name; the nightly command does that by itself.</p>
        <button type="button" ?disabled=${work !== null} @click=${this.#learnAgain}>Make the file anew</button>
      </section>`;
  }

  /** As the nightly command: from the exports, with the configuration of now. */
  readonly #learnAgain = () => {
    const { files, sample, model } = store.state;
    const stay = () => {
      if (store.state.model === model || store.state.step !== 'see') return;
      store.removeEventListener('change', stay);
      store.go('home');
    };
    store.addEventListener('change', stay);
    store.open(files, { sample }).finally(() => store.removeEventListener('change', stay));
  };
}

customElements.define('gs-home', HomeView);
