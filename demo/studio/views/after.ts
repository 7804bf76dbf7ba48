import { html } from 'lit';
import { View } from '../view.js';

class AfterView extends View {
  protected override render() {
    return html`<p>…</p>`;
  }
}

customElements.define('gs-after', AfterView);
