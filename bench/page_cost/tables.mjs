// The figures of a page as rows to keep and tables to read, each beside the line that it must keep.

import { quantile, summary } from '../lib/quantiles.mjs';
import { against, table, thousands } from '../lib/result.mjs';

/** Milliseconds from script start to offers drawn, by how many times the CPU is slowed. */
const drawnLine = { 1: 150, 4: 500 };
/** Points between Lighthouse's scores with and without the widget. */
const scoreLine = 1;
/** Milliseconds of a task. */
const taskLine = 50;
/** Bytes before an element is near the screen, headers included. */
const idleLine = 4096 + 512;

const median = (values) => quantile(values, 0.5);
const whole = (value) => value.toFixed(0);
const orNone = (value) => (value === 0 ? 'none' : whole(value));

export function offersTable(times) {
  const rows = Object.entries(times).flatMap(([slowed, byName]) =>
    Object.entries(byName).map(([name, runs]) => ({
      what: 'script start to offers drawn',
      by: name,
      slowed: Number(slowed),
      unit: 'milliseconds',
      loads: runs.length,
      ...summary(runs.map(({ ms }) => ms)),
      ...(name === 'goeswith' ? { at_most: drawnLine[slowed] } : {}),
      // Neighbours in time saw the same machine.
      of_goeswith: Number(
        median(runs.map(({ ms }, round) => ms / byName.goeswith[round].ms)).toFixed(2),
      ),
      // Where the CPU is slowed, the waiting counts as work.
      main_thread: slowed === '1' ? summary(runs.map(({ processor }) => processor)) : undefined,
    })),
  );
  const head = ['script start to offers drawn', 'CPU', 'ms', 'fastest', 'middle half', 'at most'];
  return {
    rows,
    table: table(
      [...head, 'of goeswith', 'main thread, ms'],
      rows.map((row) => [
        row.by,
        row.slowed === 1 ? 'as it is' : `slowed ${row.slowed} times`,
        whole(row.median),
        whole(row.min),
        `${whole(row.quartile1)} to ${whole(row.quartile3)}`,
        row.at_most ? against(row.median, row.at_most) : '',
        row.of_goeswith.toFixed(2),
        row.main_thread ? whole(row.main_thread.median) : '',
      ]),
    ),
  };
}

export function tasksTable(told) {
  const rows = [...told].map(([where, { with: ours, without }]) => ({
    what: 'long tasks, CPU slowed 4 times',
    where,
    loads: ours.length,
    without: median(without.map(({ count }) => count)),
    with: median(ours.map(({ count }) => count)),
    longest_ms: summary(ours.map(({ longest }) => longest)),
    script_ms: summary(ours.map((run) => run.ours)),
    at_most: taskLine,
  }));
  return {
    rows,
    table: table(
      [
        ...['tasks above 50 ms, CPU slowed 4 times', 'without', 'with'],
        ...['longest with a part of ours, ms', 'fewest', 'at most', 'longest script of ours, ms'],
      ],
      rows.map((row) => [
        row.where,
        row.without,
        row.with,
        orNone(row.longest_ms.median),
        orNone(row.longest_ms.min),
        against(row.longest_ms.median, row.at_most),
        orNone(row.script_ms.median),
      ]),
    ),
  };
}

export function scoreTable(reports) {
  const of = (name, key) => median(reports[name].map((report) => report[key]));
  const difference = Math.abs(of('as-it-is', 'score') - of('without', 'score'));
  const rows = Object.keys(reports).map((name) => ({
    what: 'Lighthouse performance, product page',
    widget: name === 'as-it-is',
    version: reports[name][0].version,
    scores: reports[name].map(({ score }) => score),
    score: of(name, 'score'),
    blocking_ms: of(name, 'blocking_ms'),
    largest_paint_ms: of(name, 'largest_paint_ms'),
    shift: of(name, 'shift'),
    ...(name === 'as-it-is' ? { difference, at_most: scoreLine } : {}),
  }));
  return {
    rows,
    table: table(
      [
        ...[`Lighthouse ${rows[0].version}, product page`, 'score', 'from', 'to'],
        ...['blocking, ms', 'largest paint, ms', 'layout shift', 'difference', 'at most'],
      ],
      rows.map((row) => [
        row.widget ? 'with the widget' : 'without it',
        row.score,
        Math.min(...row.scores),
        Math.max(...row.scores),
        whole(row.blocking_ms),
        whole(row.largest_paint_ms),
        row.shift.toFixed(3),
        row.at_most ? row.difference : '',
        row.at_most ? against(row.difference, row.at_most) : '',
      ]),
    ),
  };
}

export function bytesTable({ before, all }) {
  const rows = all.map(({ kind, requests, bytes }, at) => ({
    what: 'bytes on the network',
    kind,
    before_near: before[at],
    in_all: { requests, bytes },
  }));
  const total = (list, key) => list.reduce((sum, row) => sum + row[key], 0);
  const idle = total(before, 'bytes');
  const line = (name, early, whole, limit = '') => [
    name,
    early.requests,
    thousands(early.bytes),
    limit,
    whole.requests,
    thousands(whole.bytes),
  ];
  const sum = (list) => ({ requests: total(list, 'requests'), bytes: total(list, 'bytes') });
  const most = against(idle, idleLine).replace(idleLine, thousands(idleLine));
  return {
    rows: [
      ...rows,
      {
        what: 'bytes on the network',
        kind: 'all',
        at_most: idleLine,
        before_near: sum(before),
        in_all: sum(all),
      },
    ],
    table: table(
      [
        ...['a page asks for', 'requests before an element is near', 'bytes', 'at most'],
        ...['requests in all', 'bytes'],
      ],
      [
        ...rows.map((row) => line(row.kind, row.before_near, row.in_all)),
        line('all', sum(before), sum(all), most),
      ],
    ),
  };
}
