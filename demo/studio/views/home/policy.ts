import { html, nothing } from 'lit';
import { type Folder, hosted } from '../../folder.js';
import { magentoPolicy, platforms, policyFor } from '../../snippets.js';
import { store, View } from '../../view.js';
import { choices, hostOf } from './choices.js';
import { platformNow, snippetNow } from './paste.js';

/** What the shop's server says: its policy, its headers, and the hashes of the files. */
class HomePolicy extends View {
  static override properties = { folder: {} };
  declare folder: Folder | null;

  constructor() {
    super();
    this.folder = null;
  }

  protected override render() {
    const host = hostOf(choices.host) ?? '';
    const magento = platforms[platformNow(store.state.orders?.format ?? '')] === platforms.magento;
    return html`
      <section id="home-policy" class="card" aria-labelledby="home-policy-title">
        <h2 id="home-policy-title">What your server has to allow</h2>
        <p>Most shops send no Content-Security-Policy; then there is nothing to do here. A page that sends one
          needs these in it, and nothing else: no inline script, no style, no worker.</p>
        <gs-copy .name=${'The policy'} .where=${'Content-Security-Policy'} .code=${policyFor(host)}></gs-copy>
        ${
          magento && host
            ? html`<p>Magento keeps its policy in a file of a module:</p>
                <gs-copy .name=${'The policy’s file'} .where=${'etc/csp_whitelist.xml of a module'} .code=${magentoPolicy(host)}></gs-copy>`
            : nothing
        }
        <p>A policy without <code>'wasm-unsafe-eval'</code> works, too: the same core is then loaded as
          JavaScript, twice as large.</p>
        <h3>Headers</h3>
        <div class="scroll" tabindex="0" role="group" aria-label="Headers">
          <table>
            <thead><tr><th scope="col">Files</th><th scope="col">Header</th></tr></thead>
            <tbody>
              <tr><th scope="row">a hash in the name</th><td><code>Cache-Control: public, max-age=31536000, immutable</code></td></tr>
              <tr><th scope="row">goeswith.js${choices.renewed === 'nightly' ? ', shop.gw, shop.json' : ''}</th><td><code>Cache-Control: no-cache</code>, or an hour</td></tr>
              <tr><th scope="row">.wasm</th><td><code>Content-Type: application/wasm</code>; another type works, a little slower</td></tr>
              ${
                host
                  ? html`<tr><th scope="row">all, since they lie on ${new URL(host).host}</th><td><code>Access-Control-Allow-Origin: *</code><br>
                      <code>Cross-Origin-Resource-Policy: cross-origin</code></td></tr>`
                  : nothing
              }
            </tbody>
          </table>
        </div>
        ${this.folder ? this.#hashes(this.folder) : nothing}
      </section>`;
  }

  #hashes(folder: Folder) {
    const { integrity, platform, host } = snippetNow(folder);
    if (!integrity)
      return html`<p>This page has no https, and browsers compute no hashes there. The tag has none; the file
        <code>integrity.json</code> of the folder has those of the build.</p>`;
    const files = [...folder.files].filter(([path]) => path.startsWith(hosted));
    return html`
      <h3>Hashes</h3>
      <p>${
        platform.minifies && !host
          ? `${platform.name} rewrites scripts when it serves them, so that the tag has no hash there.`
          : 'The tag holds the hash of goeswith.js: a browser runs no other bytes.'
      } goeswith.js in turn knows the hash of the module and runs no other. The hashes below were computed here, of
        what is in the zip. ${
          folder.changed.length === 0
            ? 'All of the widget’s own files are those of the build.'
            : html`<strong class="problem">${folder.changed.join(', ')} ${folder.changed.length === 1 ? 'is' : 'are'} not as it was built:
                load this page from where you trust it.</strong>`
        }</p>
      <details>
        <summary>The hash of every file</summary>
        <div class="scroll" tabindex="0" role="group" aria-label="Hashes">
          <table class="hashes">
            <thead><tr><th scope="col">File</th><th scope="col">integrity</th></tr></thead>
            <tbody>${files.map(
              ([path, file]) =>
                html`<tr><th scope="row">${path.slice(hosted.length)}</th><td><code>${file.integrity}</code></td></tr>`,
            )}</tbody>
          </table>
        </div>
        <p class="quiet"><code>for-developers/script-record.md</code> has the import map that lets newer browsers check
          what goeswith.js imports, and the record for PCI DSS 6.4.3.</p>
      </details>`;
  }
}

customElements.define('gs-home-policy', HomePolicy);
