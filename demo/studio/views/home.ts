import { html } from 'lit';
import { View } from '../view.js';

class HomeView extends View {
  protected override render() {
    return html`<p>…</p>`;
  }
}

customElements.define('gs-home', HomeView);
