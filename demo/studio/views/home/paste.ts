import { html, nothing } from 'lit';
import { type Folder, hosted } from '../../folder.js';
import { pastesOf, platformFor, platforms, type Snippet } from '../../snippets.js';
import { store, View } from '../../view.js';
import { choices, hostOf } from './choices.js';
import './copy.js';

/** The lines as they are now: for this platform, this folder and this configuration. */
export function snippetNow(folder: Folder): Snippet {
  const { config, orders, products } = store.state;
  const release = choices.renewed === 'release';
  const integrity = (file: string) => folder.files.get(hosted + file)?.integrity ?? '';
  return {
    platform: platforms[platformNow(orders?.format ?? '')]!,
    config,
    model: release ? folder.model : 'shop.gw',
    settings: release ? folder.settings : 'shop.json',
    integrity: integrity('goeswith.js'),
    modelIntegrity: release ? integrity(folder.model) : '',
    example: products?.products[0]?.id ?? 'PRODUCT-ID',
    host: hostOf(choices.host) ?? '',
  };
}

export const platformNow = (format: string): string => choices.platform || platformFor(format);

/** Where the shop runs, and what to paste there. */
class HomePaste extends View {
  static override properties = { folder: {} };
  declare folder: Folder | null;

  constructor() {
    super();
    this.folder = null;
  }

  protected override render() {
    const at = platformNow(store.state.orders?.format ?? '');
    const platform = platforms[at]!;
    return html`
      <section id="home-paste" class="card" aria-labelledby="home-paste-title">
        <h2 id="home-paste-title">Paste the lines</h2>
        <div class="fields">
          <label>Your shop runs on
            <select @change=${(event: Event) => this.#choose({ platform: (event.target as HTMLSelectElement).value })}>
              ${Object.entries(platforms).map(
                ([key, { name }]) =>
                  html`<option value=${key} ?selected=${key === at}>${name}</option>`,
              )}
            </select></label>
        </div>
        ${this.#elsewhere()}
        <ol class="steps">
          <li><h3>Upload the folder</h3><p>${hostOf(choices.host) ? html`To <code>${hostOf(choices.host)}</code>.` : `To ${platform.folder}.`}</p></li>
          ${
            this.folder
              ? pastesOf(snippetNow(this.folder)).map(
                  ({ title, where, code }) => html`
                    <li><h3>${title}</h3>
                      <gs-copy .name=${title} .where=${where} .code=${code}></gs-copy></li>`,
                )
              : html`<li class="quiet">The lines come with the folder …</li>`
          }
        </ol>
        <p>${this.#example()}</p>
        <ul class="notes">${platform.notes.map((note) => html`<li>${note}</li>`)}</ul>
      </section>`;
  }

  #example() {
    const { config, products } = store.state;
    const id = products?.products[0]?.id ?? '';
    return html`The product that an element names is written as your orders write it, such as
      <code>${id}</code>. ${
        config.goals?.length
          ? nothing
          : html`You set no goal, so that no line for one is here; the step
              <button type="button" class="inline" @click=${() => store.go('decide')}>Decide</button> sets one.`
      }${
        config.bundle
          ? html` The price of a bundle is told because of the word <code>granted</code>: keep it only where your
              checkout gives that price.`
          : nothing
      }`;
  }

  #elsewhere() {
    const wrong = hostOf(choices.host) === null;
    const { renewed, host } = choices;
    const radio = (value: typeof renewed, name: string, text: string) => html`
      <label class="radio"><input type="radio" name="renewed" value=${value} .checked=${renewed === value}
        @change=${() => this.#choose({ renewed: value })}> <span><strong>${name}</strong> ${text}</span></label>`;
    return html`
      <details class="elsewhere" ?open=${host !== '' || renewed === 'release'}>
        <summary>Another host, or names with a hash</summary>
        <fieldset>
          <legend>How a new file comes to your shop</legend>
          ${radio('nightly', 'Every night, under the same name.', 'The tag names shop.gw; browsers ask whether it has changed.')}
          ${radio('release', 'With each release of your pages.', 'The tag names the file with its hash and checks it; browsers may keep it for a year.')}
        </fieldset>
        <div class="fields">
          <label>The folder’s address on another host
            <input type="url" placeholder="https://cdn.example/goeswith/" .value=${host} aria-invalid=${wrong ? 'true' : nothing}
              aria-describedby="home-host" @change=${(event: Event) => this.#choose({ host: (event.target as HTMLInputElement).value })}>
            <span id="home-host" class=${wrong ? 'problem' : 'quiet'}>${
              wrong
                ? 'This is no such address. Write all of it, such as https://cdn.example/goeswith/'
                : 'Leave it empty where the files lie in your shop.'
            }</span></label>
        </div>
      </details>`;
  }

  #choose(part: Partial<typeof choices>): void {
    Object.assign(choices, part);
    // Other parts show what follows from it.
    store.set({});
  }
}

customElements.define('gs-home-paste', HomePaste);
