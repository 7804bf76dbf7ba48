/** Lets the page do what waits, so that no task of ours is felt on a slow phone. */
export const pause = (): Promise<void> =>
  new Promise((done) => {
    setTimeout(done);
  });
