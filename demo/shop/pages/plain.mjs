import { html } from '../html.mjs';

/** Where the demonstration ends. */
export const thankYou = () => ({
  title: 'The end of the demonstration',
  drawer: false,
  main: html`<div class="plain-page">
      <h1>Here your checkout would begin</h1>
      <p class="lead">This shop is a demonstration: nothing was ordered, nothing was sent anywhere,
        and no money changes hands.</p>
      <p><a class="button" href="/cart">Back to the cart</a></p>
      <form action="/cart/clear" method="post">
        <button class="button soft">Empty the cart and start again</button>
      </form>
    </div>`,
});

export const notFound = () => ({
  title: 'Not here',
  main: html`<div class="plain-page">
      <h1>We do not have this page</h1>
      <p class="lead">It may have been sold out and taken down, or the address has a slip in it.</p>
      <p><a class="button" href="/">To the shop</a></p>
    </div>`,
});
