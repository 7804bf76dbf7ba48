import { html, nothing } from 'lit';
import { actionFor, commandFor, cronFor, obstacleTo } from '../../nightly.js';
import { platforms } from '../../snippets.js';
import { store, View } from '../../view.js';
import { choices } from './choices.js';
import { platformNow } from './paste.js';
import './copy.js';

/** The command that makes the same file again, and what starts it. */
class HomeNightly extends View {
  protected override render() {
    const { files, made: by, orders, sample } = store.state;
    const made = { files, format: by.format, columns: by.columns };
    const { nightly, nightlyNote } = platforms[platformNow(orders?.format ?? '')]!;
    const output = nightly || 'shop.gw';
    const obstacle = obstacleTo(made);
    return html`
      <section id="home-nightly" class="card" aria-labelledby="home-nightly-title">
        <h2 id="home-nightly-title">The same file, every night</h2>
        <p>Tastes change, and so do shops. This command makes the file of this page again, from the same exports
          with the same options: the same products, neighbours and lists. It lies beside your exports and
          <code>shop.json</code>.</p>
        ${obstacle ? html`<p class="problem">${obstacle}</p>` : nothing}
        <gs-copy .name=${'The command'} .where=${'In the folder of your exports'} .code=${commandFor(made)}></gs-copy>
        ${
          sample
            ? html`<p class="quiet">These names are the sample shop’s. With your own exports yours stand here.</p>`
            : nothing
        }
        ${
          choices.renewed === 'release'
            ? html`<p class="problem">The tag above names the file with its hash, so that it would not see a file of
                tonight. Let the release of your pages run this command, or choose “Every night” above.</p>`
            : nothing
        }
        <p><code>goeswith</code> is one program, built in the project’s folder by
          <code>cmake --preset release && cmake --build --preset release</code>. It writes a whole file or none, so that your
          shop never meets half of one.</p>
        <h3>By cron</h3>
        <gs-copy .name=${'The cron line'} .where=${'crontab -e, on the server'} .code=${cronFor(made, output)}></gs-copy>
        <p>/srv/shop stands for your own folder. Your exports have to be there anew by then, under the same names.
          ${nightlyNote}</p>
        <details>
          <summary>By GitHub Actions</summary>
          <gs-copy .name=${'The workflow'} .where=${'.github/workflows/goeswith.yml'} .code=${actionFor(made, output)}></gs-copy>
          <p><code>export-orders.sh</code> is yours: a call of your shop’s API, or a copy from where the exports
            lie. ${nightlyNote}</p>
        </details>
      </section>`;
  }
}

customElements.define('gs-home-nightly', HomeNightly);
