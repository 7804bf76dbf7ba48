// In the page, before anything else: when the offers stand on the screen, and which tasks were long.

/**
 * `host`   the element that holds the offers, in its shadow tree or its own
 * `price`  what holds a price, one for each offer
 * `count`  how many offers make a row
 */
export function probe({ host, price, count }) {
  const told = { tasks: [], scripts: [] };
  told.drawn = new Promise((drawn) => {
    // After the frame in which the last price was there: a message waits behind the painting.
    const painted = new MessageChannel();
    painted.port1.onmessage = () => drawn(performance.now());
    let element;
    const look = () => {
      element ??= document.querySelector(host);
      const prices = (element?.shadowRoot ?? element)?.querySelectorAll(price) ?? [];
      const there =
        prices.length >= count && [...prices].every((one) => /\d/.test(one.textContent));
      if (there) painted.port2.postMessage('');
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const observe = (type, keep) =>
    new PerformanceObserver((list) => list.getEntries().forEach(keep)).observe({ type });
  observe('longtask', ({ startTime, duration }) => told.tasks.push({ startTime, duration }));
  observe('long-animation-frame', ({ scripts }) => {
    for (const { sourceURL, invoker, startTime, duration, forcedStyleAndLayoutDuration } of scripts)
      told.scripts.push({ sourceURL, invoker, startTime, duration, forcedStyleAndLayoutDuration });
  });
  Object.defineProperty(window, 'bench', { value: told });
}
