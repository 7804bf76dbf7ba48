import { html } from 'lit';
import { View } from '../view.js';

class DecideView extends View {
  protected override render() {
    return html`<p>…</p>`;
  }
}

customElements.define('gs-decide', DecideView);
