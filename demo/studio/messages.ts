/** What passes between the page and its worker. */

/**
 * What went wrong, and whose fault it is: the file's, the call's, the machine's memory, or a browser's
 * that runs no worker. A stop is nobody's.
 */
export interface Trouble {
  error: string;
  of: 'data' | 'call' | 'memory' | 'browser' | 'stop';
}

/** A column named by hand: what it is called in the file, by what it means. */
export type Columns = Readonly<Record<string, string>>;

export interface ReadQuestion {
  orders: readonly File[];
  catalogue: readonly File[];
  /** Empty: found by the first line. */
  format: string;
  /** For orders that tell none. */
  currency: string;
  columns: Columns;
  /** The column of an experiment's label, or ''. */
  label: string;
}

/** What a file seems to be, by how it begins. */
export interface Preview {
  kind: 'orders' | 'catalogue' | 'table' | 'unknown';
  /** As the command calls it; empty where none fits. */
  format: string;
  /** A sentence; empty unless the kind is unknown. */
  problem: string;
  /** Of a table. The rows hold whatever the file holds: they are shown, and never kept. */
  header: readonly string[];
  rows: readonly (readonly string[])[];
  /** Those of the header that look like what an order line needs. */
  columns: Columns;
}

/** What was read. */
export interface OrdersReport {
  format: string;
  lines: number;
  lines_used: number;
  left_out: readonly { reason: string; lines: number; example: string }[];
  notes: readonly string[];
  orders: number;
  products: number;
  products_ordered: number;
  currency: string;
  exponent: number;
  /** Orders by month, "2026-05". */
  months: Readonly<Record<string, number>>;
  customers_told: boolean;
  /** What is allowed and mostly means that something went wrong before. */
  warnings?: readonly { about: string; text: string }[];
}

export interface Figures {
  hr10: number;
  ndcg10: number;
}

export interface TrainReport {
  read: OrdersReport;
  trained: Readonly<Record<string, number>>;
  newest_orders: {
    orders: number;
    questions: number;
    newest: boolean;
    model?: Figures;
    best_sellers?: Figures;
  };
  readiness: { grade: string; reason: string };
}

export type ModelSummary = Readonly<Record<string, string | number | boolean>>;

/** Questions to the worker, and what it answers. */
export interface Answers {
  preview: [first: File, answer: Preview];
  read: [question: ReadQuestion, answer: OrdersReport];
  train: [config: string, answer: ModelSummary];
  grade: [nothing: null, answer: TrainReport];
  model: [nothing: null, answer: Uint8Array];
  /** A model that was made before: what it holds can be asked for without the orders. */
  open: [model: Uint8Array, answer: ModelSummary];
  amounts: [nothing: null, answer: Float64Array];
  pairs: [most: number, answer: readonly PairReport[]];
  products: [nothing: null, answer: ProductsReport];
  map: [question: { products: number; edges: number }, answer: MapReport];
  neverOffered: [config: string, answer: readonly number[]];
  product: [id: string, answer: ProductReport];
  offers: [question: { config: string; row: RowQuestion }, answer: RowReport];
  check: [config: string, answer: readonly Mistake[]];
  measure: [question: { file: string; of: MeasureQuestion }, answer: MeasureReport];
}
export type Question = keyof Answers;

export interface Neighbour {
  id: string;
  title: string;
  weight: number;
  support: number;
  support_below?: number | null;
  lift?: { least: number; most: number | null };
  lift_interval?: { low: number; high: number | null };
}

export interface PairReport {
  product: { id: string; title: string };
  with: Neighbour;
}

export interface ProductsReport {
  products: readonly {
    id: string;
    title: string;
    priceMinor: number;
    category: number;
    share: number;
    neighbours: number;
  }[];
  categories: readonly string[];
  currency: string;
  exponent: number;
}

export interface MapReport {
  products: number;
  links: readonly [from: number, to: number, weight: number][];
}

export interface ProductReport {
  id: string;
  title: string;
  popularity_rank: number;
  neighbours: readonly Neighbour[];
  [fact: string]: unknown;
}

export interface RowQuestion {
  cart?: readonly string[];
  product?: string;
  lists?: readonly string[];
  placement?: string;
  stage?: string;
  top?: number;
  bundle?: boolean;
}

export interface RowReport {
  items: readonly {
    id: string;
    title: string;
    score: number;
    reason: string;
    sentence: string;
    support: number;
    why: string;
  }[];
  left_out: readonly string[];
}

export interface Mistake {
  place: string;
  what: string;
}

export interface MeasureQuestion {
  label: string;
  prefix: string;
  by: string;
  control: string;
}

export interface Interval {
  value: number;
  low: number;
  high: number;
}

/** To the control. */
export interface Difference extends Interval {
  relative: Interval;
  /** Whether the interval leaves out 0 and rests on enough shoppers. */
  told: boolean;
  verdict: string;
  /** Orders from which a difference of 5 % would show. */
  orders_needed: number;
}

export const metricKeys = [
  'revenue_per_order',
  'average_order_value',
  'attach_rate',
  'items_per_order',
] as const;
export type MetricKey = (typeof metricKeys)[number];

export interface MeasureReport {
  column: string;
  control: string;
  currency: string;
  orders: number;
  orders_without_label: number;
  notes: readonly string[];
  labels: readonly {
    label: string;
    orders: number;
    /** Of them without an amount, or with 0. */
    orders_without_amount: number;
    shoppers: number;
    average_order_value: Interval;
    attach_rate: Interval;
    items_per_order: Interval;
    revenue_per_order: Interval;
    difference?: Readonly<Record<MetricKey, Difference>>;
  }[];
}

export type Asked = { [Q in Question]: { number: number; ask: Q; of: Answers[Q][0] } }[Question];
/** The module comes first, compiled already. */
export type ToWorker = { module: WebAssembly.Module } | Asked;
export type FromWorker =
  | { ready: true }
  | { dead: Trouble }
  | { number: number; progress: { stage: string; share: number } }
  | { number: number; answer: unknown }
  | { number: number; trouble: Trouble };
