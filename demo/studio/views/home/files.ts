import { html, nothing } from 'lit';
import { type Folder, hosted, settingsText, zipOf } from '../../folder.js';
import { store, View } from '../../view.js';
import { sizeOf } from '../in/words.js';
import { saveFile } from './save.js';

/** The files themselves. */
class HomeFiles extends View {
  static override properties = { folder: {}, trouble: {}, packing: { state: true } };
  declare folder: Folder | null;
  declare trouble: string;
  declare packing: boolean;

  constructor() {
    super();
    [this.folder, this.trouble, this.packing] = [null, '', false];
  }

  protected override render() {
    const { model, config } = store.state;
    if (!model) return nothing;
    const settings = settingsText(config);
    return html`
      <section id="home-files" class="card" aria-labelledby="home-files-title">
        <h2 id="home-files-title">Take the files</h2>
        <p>The folder holds the widget, your <code>shop.gw</code> and your <code>shop.json</code>, and a short
          README. Upload its folder <code>goeswith</code> as it is.</p>
        ${this.trouble ? html`<p class="problem" role="alert">${this.trouble}</p>` : nothing}
        <p class="actions">
          <button type="button" class="main" ?disabled=${!this.folder || this.packing} @click=${this.#zip}>
            ${this.folder ? html`Save the folder <span class="size">goeswith.zip, ${sizeOf(this.#bytes())}</span>` : this.trouble ? 'The folder is not there' : 'Putting the folder together …'}</button>
          <button type="button" @click=${() => saveFile('shop.gw', new Blob([model.slice()]))}>
            Save shop.gw <span class="size">${sizeOf(model.length)}</span></button>
          <button type="button" @click=${() => {
            saveFile('shop.json', new Blob([settings], { type: 'application/json' }));
            store.tookHome();
          }}>
            Save shop.json <span class="size">${sizeOf(new Blob([settings]).size)}</span></button>
        </p>
        <dl class="files">
          <div><dt>shop.gw</dt><dd>What goes with what in your shop: products, their neighbours, lists. It names no
            customer, and holds no count.</dd></div>
          <div><dt>shop.json</dt><dd>What you decided: goals, rules, rows. Plain text; change it here or by hand.</dd></div>
        </dl>
        ${this.folder ? this.#names(this.folder) : nothing}
      </section>`;
  }

  #bytes(): number {
    let sum = 0;
    for (const { bytes } of this.folder?.files.values() ?? []) sum += bytes.length;
    return sum;
  }

  #names({ files, model, settings }: Folder) {
    const inFolder = [...files].filter(([path]) => path.startsWith(hosted));
    return html`
      <details>
        <summary>What is in the folder, and why two names</summary>
        <p>Both <code>shop.gw</code> and <code>${model}</code> are there, with the same bytes; so are
          <code>shop.json</code> and <code>${settings}</code>. The plain names are for shops that train every
          night: last night’s file takes the place of the one before, and no page changes. The names with a hash
          are for shops whose pages are made anew with each release: other bytes have another name, so that
          browsers may keep them for a year. Below you choose which the tag names; the other pair can be left
          out.</p>
        <div class="scroll" tabindex="0" role="group" aria-label="Files of the folder">
          <table>
            <thead><tr><th scope="col">File</th><th scope="col" class="number">Size</th></tr></thead>
            <tbody>${inFolder.map(
              ([path, { bytes }]) =>
                html`<tr><th scope="row">${path.slice(hosted.length)}</th><td class="number">${sizeOf(bytes.length)}</td></tr>`,
            )}</tbody>
          </table>
        </div>
        <p class="quiet">Beside it lie README.md and <code>for-developers</code>, with types and manifests; they
          need not be hosted.</p>
      </details>`;
  }

  readonly #zip = async () => {
    if (!this.folder || this.packing) return;
    this.packing = true;
    try {
      saveFile('goeswith.zip', await zipOf(this.folder));
      store.tookHome();
    } finally {
      this.packing = false;
    }
  };
}

customElements.define('gs-home-files', HomeFiles);
