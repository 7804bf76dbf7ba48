import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { store } from '../../view.js';
import { isPart, numberOr, type Part, put } from './edit.js';
import { mistakesAt, mistakesOf, textField, told } from './fields.js';
import { DecidePart } from './part.js';

/** What shops set once: bundles, stock, memory, a trial. */
class MorePart extends DecidePart {
  protected override render() {
    const { config } = store.state;
    const number = (label: string, key: string, hint: string) =>
      textField(label, key, config[key], (text) => this.configure(key, numberOr(text)), {
        mode: 'numeric',
        hint,
      });
    const within = (key: string, name: string, label: string, hint: string) => {
      const part: Part = isPart(config[key]) ? config[key] : {};
      return textField(
        label,
        `${key}.${name}`,
        part[name],
        (text) => this.configure(key, put(part, name, numberOr(text))),
        { mode: 'numeric', suffix: '%', hint },
      );
    };
    return html`
      <section id="decide-more" class="card" aria-labelledby="decide-more-title">
        <h2 id="decide-more-title">Trial, bundles, stock</h2>
        <div class="fields">
          ${within('experiment', 'hidden', 'Carts that see nothing', 'for a trial, which the step Afterwards reads')}
          ${within('bundle', 'percent', 'Off a complete bundle', 'your checkout has to grant it')}
          ${number('Least stock', 'stock', 'what has fewer pieces is not offered')}
          ${within('upgrade', 'from', 'A better version is dearer by', '10 % unless given')}
          ${within('upgrade', 'to', 'and by no more than', '60 % unless given')}
          ${number('Rows a day for one shopper', 'cap', 'where the device may remember')}
        </div>
        ${['experiment', 'bundle', 'upgrade'].map((key) => told(mistakesOf(key, ['hidden', 'percent', 'from', 'to'])))}
        <label class="tick"><input type="checkbox" .checked=${live(config.history === true)}
          @change=${({ target }: Event) => this.configure('history', (target as HTMLInputElement).checked || undefined)}>
          The shopper’s device may remember what was viewed, shown and bought, once they agree; nothing leaves it</label>
        ${told(mistakesAt('history'))}
      </section>`;
  }
}

customElements.define('gs-decide-more', MorePart);
