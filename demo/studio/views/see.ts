import { html } from 'lit';
import { View } from '../view.js';

class SeeView extends View {
  protected override render() {
    return html`<p>…</p>`;
  }
}

customElements.define('gs-see', SeeView);
