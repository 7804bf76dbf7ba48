import { html } from 'lit';
import { View } from '../view.js';

class TryView extends View {
  protected override render() {
    return html`<p>…</p>`;
  }
}

customElements.define('gs-try', TryView);
