import type { OrdersReport, TrainReport } from '../../messages.js';
import type { Dropped } from '../../store.js';
import { count, counted, percent } from './words.js';

/** What would make the answers better: a headline, and why. */
export interface Advice {
  title: string;
  text: string;
}

/** Where a question is a guess, it takes so many to tell. */
const fewQuestions = 200;
const wantedMonths = 12;

/**
 * What the merchant could do, by what was read and, once it is there, by the report on training.
 * Only what is true of these orders is said, the most useful first.
 */
export function adviceFor(
  orders: OrdersReport,
  report: TrainReport | null,
  files: readonly Dropped[],
): Advice[] {
  const list: Advice[] = [];
  const add = (when: boolean, title: string, text: () => string) => {
    if (when) list.push({ title, text: text() });
  };
  const trained = (name: string) => report?.trained[name] ?? 0;
  const single = trained('orders') ? trained('orders_of_one_product') / trained('orders') : 0;
  const alone = trained('products') ? trained('products_without_edges') / trained('products') : 0;
  const questions = report?.newest_orders.questions;
  const months = Object.keys(orders.months).length;
  const lost = orders.lines - orders.lines_used;

  add(
    single >= 0.9,
    'Check that the lines of one order share its number',
    () =>
      `${percent(single)} of your orders hold one product alone. If that is not how your shop sells, the order number was read from the wrong column.`,
  );
  add(
    questions !== undefined && questions < fewQuestions,
    'Give it more orders of two products and more',
    () =>
      `Your newest orders gave ${counted(questions ?? 0, 'question')}; ${fewQuestions} are needed before a grade means something.`,
  );
  add(
    months === 0,
    'Use an export that tells the date of each order',
    () =>
      'Without dates nobody knows which orders are the newest, what is in season and what is on the rise.',
  );
  add(
    months > 0 && months < wantedMonths,
    'Add older orders',
    () =>
      `These are ${counted(months, 'month')}. With a year or two each pair has more customers behind it, and every season was seen once.`,
  );
  add(
    lost * 10 > orders.lines,
    'Look at the lines that were left out',
    () =>
      `${count(lost)} of ${count(orders.lines)} lines could not be used. The reasons are below, with an example each.`,
  );
  add(
    alone >= 0.25,
    'More products could have neighbours',
    () =>
      `${count(trained('products_without_edges'))} of ${counted(trained('products'), 'product')} were bought together with nothing often enough, and best sellers stand in for their neighbours. Older orders help. So does a product export that names the parent of each size and colour, because then they learn as one.`,
  );
  add(
    !files.some(({ kind }) => kind === 'catalogue'),
    'Add your product export',
    () =>
      'It brings names, prices, categories and pictures, and products too new to have been ordered.',
  );
  add(
    !orders.customers_told,
    'Use an export that tells customers apart',
    () =>
      'A number for each is enough. Then a trader with a hundred orders counts as one voice, and products that are bought again and again are seen.',
  );
  add(
    single >= 0.6 && single < 0.9,
    'Most of your orders hold one product',
    () =>
      `${percent(single)} of them. They say what sells, but nothing about what goes together, so it takes more orders to learn the same.`,
  );
  return list;
}
