import { asTable, columnsFor, isOrderALine, type Laid, looksLikeTable } from './laid.js';
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
import { sampleFiles } from './supplies.js';
import { busy, nameList, noSample, type Trouble, troubleOf } from './trouble.js';

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

export interface State {
  step: Step;
  /** What lies on the table for the next shop. */
  laid: readonly Laid[];
  /** What this shop was made of. */
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
  /** With what it was made; what lies on the table or is decided since then may differ. */
  made: { config: ShopConfig; format: string; columns: Columns };
  products: ProductsReport | null;
  /** What each order came to, in minor units. */
  amounts: Float64Array | null;
  config: ShopConfig;
  mistakes: readonly Mistake[];
  experiment: MeasureReport | null;
}

const empty: State = {
  step: 'in',
  laid: [],
  files: [],
  sample: false,
  format: '',
  columns: {},
  work: null,
  trouble: null,
  orders: null,
  report: null,
  model: null,
  made: { config: noShop, format: '', columns: {} },
  products: null,
  amounts: null,
  config: noShop,
  mistakes: [],
  experiment: null,
};

/**
 * All that the studio knows, in one place. Views read `state` and listen for `change`, and for
 * `progress` where they show how far a stage has come; they change nothing but by the methods here. What was reached stays until something better takes its place: a
 * file that cannot be read costs nothing that was there before.
 */
export class Store extends EventTarget {
  #state: State = empty;
  #session: Session | undefined;
  /** Those that read and train a shop that is not there yet, or grade one. */
  #working: Session[] = [];
  #looker: Session | undefined;
  #unsaved = false;

  get state(): State {
    return this.#state;
  }

  set(part: Partial<State>): void {
    this.#state = { ...this.#state, ...part };
    this.dispatchEvent(new Event('change'));
  }

  /** The worker that holds the model of this page, once there is one. */
  get session(): Session | undefined {
    return this.#session;
  }

  go(step: Step): void {
    this.set({ step });
  }

  /** Whether settings were made that nobody has taken home yet. */
  get unsaved(): boolean {
    return this.#unsaved;
  }

  /** The settings were taken home. */
  tookHome(): void {
    this.#unsaved = false;
  }

  /** Lays files on the table and looks at how each begins. Nothing is read by that. */
  async lay(files: readonly File[]): Promise<void> {
    const { laid, work } = this.#state;
    const known = ({ name, size, lastModified }: File) =>
      laid.some(
        ({ file: one }) =>
          one.name === name && one.size === size && one.lastModified === lastModified,
      );
    const fresh = files
      .filter((file) => !known(file))
      .map((file): Laid => ({ file, kind: null, preview: null, problem: '' }));
    if (fresh.length === 0) return;
    this.set({ laid: [...laid, ...fresh] });
    if (work) this.#tell(busy(nameList(fresh.map(({ file }) => file.name))));
    await Promise.all(fresh.map(({ file }) => this.#look(file)));
  }

  /** Changes what a file on the table is taken for. */
  take(file: File, part: Partial<Laid>): void {
    this.#put(this.#state.laid.map((one) => (one.file === file ? { ...one, ...part } : one)));
  }

  takeAway(file: File): void {
    this.#put(this.#state.laid.filter((one) => one.file !== file));
  }

  #put(laid: readonly Laid[]): void {
    this.set({ laid, columns: columnsFor(laid, this.#state.columns) });
  }

  async #look(file: File): Promise<void> {
    // A worker of its own: the other may be busy for a while.
    this.#looker ??= new Session();
    const looker = this.#looker;
    try {
      const seen = await looker.ask('preview', file);
      const preview = isOrderALine(seen) && looksLikeTable(seen) ? asTable(seen) : seen;
      const { kind, problem } = preview;
      const taken = kind === 'catalogue' ? 'catalogue' : kind === 'unknown' ? null : 'orders';
      this.take(file, { preview, kind: taken, problem });
    } catch (error) {
      if (!(error instanceof SessionError)) throw error;
      if (error.of !== 'data') {
        this.#looker = undefined;
        this.#tell(troubleOf(error));
      }
      // The sentence names the file, and so does the row that shows it.
      this.take(file, { problem: error.message.replace(`${file.name}: `, '') });
    }
  }

  /** The shop to try it with. */
  async openSample(): Promise<void> {
    if (this.#state.work) return this.#tell(busy('The sample shop'));
    const sample = await sampleFiles().catch(() => null);
    if (!sample) return this.#tell(noSample);
    const files = [
      { file: sample.orders, kind: 'orders' },
      { file: sample.catalogue, kind: 'catalogue' },
    ] as const;
    await this.open(files, { sample: true });
  }

  /** Reads files to a shop and trains; the shop before stays where that fails or is stopped. */
  async open(files: readonly Dropped[], { sample = false } = {}): Promise<void> {
    if (this.#state.work) return this.#tell(busy(nameList(files.map(({ file }) => file.name))));
    this.set({ trouble: null, work: { stage: 'reading', share: 0, began: Date.now() } });
    const trainer = new Session();
    this.#working = [trainer];
    try {
      await this.#train(trainer, files, sample);
      // There are offers already; how good they are takes a little longer.
      this.set({ report: await trainer.ask('grade', null, this.#heard) });
    } catch (error) {
      if (!(error instanceof SessionError)) throw error;
      if (error.of !== 'stop') this.#tell(troubleOf(error));
    } finally {
      // What it holds of the orders is given back.
      for (const one of this.#working) one.stop();
      this.#working = [];
      this.set({ work: null });
    }
  }

  async #train(trainer: Session, files: readonly Dropped[], sample: boolean): Promise<void> {
    const { format, columns, config } = this.#state;
    const named = sample ? {} : columns;
    const of = (kind: Dropped['kind']) =>
      files.filter((one) => one.kind === kind).map(({ file }) => file);
    const orders = await trainer.ask(
      'read',
      {
        ...{ orders: of('orders'), catalogue: of('catalogue'), format },
        ...{ columns: named, currency: config.currency ?? '', label: '' },
      },
      this.#heard,
    );
    await trainer.ask('train', JSON.stringify(config), this.#heard);
    const [model, amounts] = await Promise.all([
      trainer.ask('model', null),
      trainer.ask('amounts', null),
    ]);
    // Whoever asks about the shop shall not wait for its grade.
    const shop = new Session();
    this.#working.push(shop);
    const [, products] = await Promise.all([shop.ask('open', model), shop.ask('products', null)]);
    // Asked for alone, and last: what is drawn now shall not wait in one task with what was big.
    const mistakes = await shop.ask('check', JSON.stringify(config));
    this.#working = [trainer];
    this.#session?.stop();
    this.#session = shop;
    const shown = { files, sample, orders, report: null, model, products, amounts, mistakes };
    const made = { config, format, columns: named };
    this.set({ ...shown, made, step: 'see' });
  }

  /** Stops what is going on; what was there before it stays. */
  stop(): void {
    for (const one of this.#working) one.stop();
  }

  /** Puts a configuration in force, with its mistakes. */
  async configure(config: ShopConfig): Promise<void> {
    this.#unsaved = true;
    this.set({ config });
    const mistakes = await this.#session?.ask('check', JSON.stringify(config));
    if (mistakes && this.#state.config === config) this.set({ mistakes });
  }

  readonly #heard: Heard = (stage, share) => {
    const { work } = this.#state;
    if (!work) return;
    if (work.stage !== stage) {
      this.set({ work: { stage, share, began: Date.now() } });
      return;
    }
    // Ten times a second: whole views are not to be drawn anew for that.
    this.#state = { ...this.#state, work: { ...work, share } };
    this.dispatchEvent(new Event('progress'));
  };

  #tell(trouble: Trouble): void {
    this.set({ trouble });
  }
}
