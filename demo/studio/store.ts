import type {
  Columns,
  MeasureReport,
  Mistake,
  OrdersReport,
  ProductsReport,
  TrainReport,
} from './messages.js';
import { type Heard, Session, SessionError } from './session.js';
import { noShop, type ShopConfig } from './shop_config.js';

/** The steps of a merchant's way, in order. */
export const steps = ['in', 'see', 'decide', 'try', 'home', 'after'] as const;
export type Step = (typeof steps)[number];

/** A file that was dropped, and what it was taken for. */
export interface Dropped {
  file: File;
  kind: 'orders' | 'catalogue';
}

/** Something that takes a while, and can be stopped. */
export interface Work {
  stage: string;
  /** Of the stage, 0 to 1; below 0 where nobody knows. */
  share: number;
  began: number;
}

/** What went wrong, for people: a headline and what to do. */
export interface Trouble {
  title: string;
  text: string;
}

export interface State {
  step: Step;
  files: readonly Dropped[];
  /** The sample shop, or the merchant's own. */
  sample: boolean;
  format: string;
  columns: Columns;
  work: Work | null;
  trouble: Trouble | null;
  orders: OrdersReport | null;
  report: TrainReport | null;
  model: Uint8Array | null;
  products: ProductsReport | null;
  /** What each order came to, in minor units. */
  amounts: Float64Array | null;
  config: ShopConfig;
  mistakes: readonly Mistake[];
  experiment: MeasureReport | null;
}

const empty: State = {
  step: 'in',
  files: [],
  sample: false,
  format: '',
  columns: {},
  work: null,
  trouble: null,
  orders: null,
  report: null,
  model: null,
  products: null,
  amounts: null,
  config: noShop,
  mistakes: [],
  experiment: null,
};

/**
 * All that the studio knows, in one place. Views read `state` and listen for `change`; they change
 * nothing but by the methods here. What was reached stays until something better takes its place: a
 * file that cannot be read costs nothing that was there before.
 */
export class Store extends EventTarget {
  #state: State = empty;
  #session: Session | undefined;
  readonly #worker: URL;

  /** `worker`  the address of the worker's script */
  constructor(worker: URL) {
    super();
    this.#worker = worker;
  }

  get state(): State {
    return this.#state;
  }

  set(part: Partial<State>): void {
    this.#state = { ...this.#state, ...part };
    this.dispatchEvent(new Event('change'));
  }

  /** The worker that holds the shop of this page, once there is one. */
  get session(): Session | undefined {
    return this.#session;
  }

  go(step: Step): void {
    this.set({ step });
  }

  /** Reads files to a shop and trains; the shop before stays where that fails or is stopped. */
  async open(files: readonly Dropped[], { sample = false } = {}): Promise<void> {
    if (this.#state.work) return this.#tell(busy);
    const { format, columns, config } = this.#state;
    const before = this.#session;
    let session: Session | undefined;
    this.set({ trouble: null, work: { stage: 'reading', share: 0, began: Date.now() } });
    try {
      session = new Session(this.#worker);
      this.#opening = session;
      const of = (kind: Dropped['kind']) =>
        files.filter((one) => one.kind === kind).map(({ file }) => file);
      const orders = await session.ask(
        'read',
        {
          ...{ orders: of('orders'), catalogue: of('catalogue'), format, columns },
          ...{ currency: config.currency ?? '', label: '' },
        },
        this.#heard,
      );
      await session.ask('train', JSON.stringify(config), this.#heard);
      const [model, products, amounts, mistakes] = await Promise.all([
        session.ask('model', null),
        session.ask('products', null),
        session.ask('amounts', null),
        session.ask('check', JSON.stringify(config)),
      ]);
      this.#session = session;
      before?.stop();
      this.set({ files, sample, orders, report: null, model, products, amounts, mistakes });
      this.set({ step: 'see' });
      // There are offers already; how good they are takes a little longer.
      this.set({ report: await session.ask('grade', null, this.#heard) });
    } catch (error) {
      session?.stop();
      if (!(error instanceof SessionError)) throw error;
      if (error.message !== 'stopped') this.#tell(troubleOf(error));
    } finally {
      this.#opening = undefined;
      this.set({ work: null });
    }
  }
  #opening: Session | undefined;

  /** Stops what is going on; what was there before it stays. */
  stop(): void {
    this.#opening?.stop();
  }

  /** Puts a configuration in force, with its mistakes. */
  async configure(config: ShopConfig): Promise<void> {
    this.set({ config });
    const mistakes = await this.#session?.ask('check', JSON.stringify(config));
    if (mistakes && this.#state.config === config) this.set({ mistakes });
  }

  readonly #heard: Heard = (stage, share) => {
    const { work } = this.#state;
    if (!work) return;
    const began = work.stage === stage ? work.began : Date.now();
    this.set({ work: { stage, share, began } });
  };

  #tell(trouble: Trouble): void {
    this.set({ trouble });
  }
}

const busy: Trouble = {
  title: 'One after the other',
  text: 'Another file is being read. Wait until it is done, or stop it; nothing is lost.',
};

function troubleOf({ of, message }: SessionError): Trouble {
  if (of === 'memory')
    return {
      title: 'Not enough memory',
      text: 'This browser has not enough memory for so many orders. Close other tabs, take the orders of one year, or train on the command line: goeswith train orders.csv -o shop.gw',
    };
  if (of === 'data') return { title: 'This file cannot be read', text: message };
  return { title: 'That did not work', text: message };
}
