/**
 * The longest task of the page's main thread while something happens, in ms of the processor: a
 * loaded machine stretches what a clock on the wall sees, and not this.
 */
export async function longestTask(page, happen) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', '__metadata'] },
    transferMode: 'ReportEvents',
  });
  await happen();
  const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await ended;
  const threads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  // What the test itself asks of the page is no work of the page's.
  const asked = events.filter(({ args }) =>
    args?.chrome_mojo_event_info?.mojo_interface_tag?.includes('DevTools'),
  );
  const tasks = events.filter(
    ({ name, pid, tid, ts, dur, tdur }) =>
      name.endsWith('RunTask') &&
      tdur !== undefined &&
      threads.has(`${pid} ${tid}`) &&
      !asked.some((one) => one.tid === tid && one.ts >= ts && one.ts <= ts + dur),
  );
  return {
    tasks: tasks.length,
    ms: tasks.reduce((most, { tdur }) => Math.max(most, tdur / 1000), 0),
  };
}
