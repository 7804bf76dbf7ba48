import type { Columns, MeasureReport, OrdersReport, Preview } from './messages.js';
import { Session, SessionError } from './session.js';
import { nameList, type Trouble, troubleOf } from './trouble.js';
import { store } from './view.js';

/** How the label of an order is found. */
export interface LabelQuestion {
  column: string;
  /** The label follows this text in the column. */
  prefix: string;
  /** What the others are compared with; empty: the usual one. */
  control: string;
}

const written = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** The column that holds the label, as far as its name gives it away. */
export function guessLabel(header: readonly string[], name: string): LabelQuestion {
  const named = header.find((column) => written(column) === written(name));
  if (named) return { column: named, prefix: '', control: '' };
  const notes = header.find((column) => /^(noteattributes|ordernotes?)$/.test(written(column)));
  // The widget's own attribute, as Shopify writes it into the export.
  if (notes) return { column: notes, prefix: `${name}:`, control: '' };
  const like = header.find((column) =>
    /label|variant$|experiment|testgroup|^arm$/.test(written(column)),
  );
  return { column: like ?? '', prefix: '', control: '' };
}

/**
 * A later export with an experiment's label, read in a worker of its own: the shop at hand stays.
 * Whoever shows it listens for `change`.
 */
class Experiment extends EventTarget {
  files: readonly File[] = [];
  /** The columns of the first file; empty where it is no table. */
  header: readonly string[] = [];
  question: LabelQuestion = { column: '', prefix: '', control: '' };
  /** How far reading has come, 0 to 1; nothing where nothing is read. */
  share: number | null = null;
  began = 0;
  trouble: Trouble | null = null;
  /** Whether the files hold orders, as far as can be seen. */
  usable = false;
  orders: OrdersReport | null = null;
  #session: Session | undefined;
  #columns: Columns = {};
  /** The column with which the session read. */
  #read = '';

  get report(): MeasureReport | null {
    return store.state.experiment;
  }

  /** Takes files for the ones of before, looks at how they begin, and compares where that is enough. */
  async take(files: readonly File[]): Promise<void> {
    const [first] = files;
    if (!first) return;
    if (this.share !== null) return this.#set({ trouble: busy(this.files, files) });
    this.#forget();
    this.#set({ files, header: [], share: 0, began: Date.now(), trouble: null, orders: null });
    this.usable = false;
    store.set({ experiment: null });
    const session = new Session();
    this.#session = session;
    try {
      const preview = await session.ask('preview', first);
      if (this.#session !== session) return;
      const trouble = unfit(preview, first.name);
      if (trouble) return this.#set({ share: null, trouble });
      const { experiment } = store.state.config as { experiment?: { name?: string } };
      this.#columns = preview.kind === 'table' ? preview.columns : {};
      const question = guessLabel(preview.header, experiment?.name ?? 'goeswith');
      this.#set({ header: preview.header, question, usable: true });
      if (question.column) await this.compare(question);
      else this.#set({ share: null });
    } catch (error) {
      this.#failed(error, session);
    }
  }

  /** Compares the orders by their labels; another column is read anew. */
  async compare(question: LabelQuestion): Promise<void> {
    const [first] = this.files;
    if (!first) return;
    this.#set({ question, trouble: null, share: 0, began: Date.now() });
    store.set({ experiment: null });
    if (this.#read !== question.column) {
      this.#session?.stop();
      this.#session = undefined;
    }
    this.#session ??= new Session();
    const session = this.#session;
    const { column: label, prefix, control } = question;
    try {
      if (this.#read !== label) {
        this.#read = '';
        const orders = await session.ask(
          'read',
          {
            ...{ orders: this.files, catalogue: [], format: '', columns: this.#columns, label },
            currency: store.state.config.currency ?? '',
          },
          (_, share) => this.#set({ share }),
        );
        if (this.#session !== session) return;
        this.#read = label;
        this.#set({ orders });
      }
      // Drawing a thousand times takes a moment, of which nobody knows how long.
      this.#set({ share: -1 });
      const of = { label, prefix, by: '', control };
      const experiment = await session.ask('measure', { file: first.name, of });
      if (this.#session !== session) return;
      this.#set({ share: null, trouble: null });
      store.set({ experiment });
    } catch (error) {
      this.#failed(error, session);
    }
  }

  /** Ends what is going on; the files stay. */
  stop(): void {
    this.#forget();
    this.#set({ share: null });
  }

  /** Puts the files away. */
  clear(): void {
    this.#forget();
    this.#set({ files: [], header: [], share: null, trouble: null, orders: null });
    store.set({ experiment: null });
  }

  #forget(): void {
    this.#session?.stop();
    this.#session = undefined;
    this.#read = '';
  }

  #failed(error: unknown, session: Session): void {
    if (this.#session !== session) return;
    if (!(error instanceof SessionError)) throw error;
    // What was read is good for another question.
    if (error.of !== 'data' && error.of !== 'call') this.#forget();
    this.#set({ share: null, trouble: failure(error) });
  }

  #set(part: Partial<Experiment>): void {
    Object.assign(this, part);
    this.dispatchEvent(new Event('change'));
  }
}

/** The experiment of this page. */
export const experiment = new Experiment();

const list = (files: readonly File[]) => nameList(files.map(({ name }) => name));

const busy = (reading: readonly File[], more: readonly File[]): Trouble => ({
  title: 'One after the other',
  text: `${list(reading)} is still being read. Wait until that is done, or stop it; then drop ${list(more)} again. Nothing is lost.`,
});

const byCommand = 'or compare on the command line: goeswith measure orders.csv --label COLUMN';

function failure(error: SessionError): Trouble {
  if (error.of === 'memory')
    return {
      title: 'Not enough memory',
      text: `This browser has not enough memory for so many orders. Close other tabs, take only the weeks of the experiment, ${byCommand}`,
    };
  if (error.of === 'browser')
    return {
      title: 'The studio cannot work in this browser',
      text: `It reads in a worker, and ${error.message}. Load the page again, use a current Chrome, Edge, Firefox or Safari, ${byCommand}`,
    };
  return troubleOf(error);
}

const sentence = (text: string) => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}.`;

function unfit({ kind, problem }: Preview, name: string): Trouble | null {
  if (kind === 'unknown') return { title: `${name} cannot be read`, text: sentence(problem) };
  if (kind !== 'catalogue') return null;
  return {
    title: `${name} holds products`,
    text: 'The label stands with your orders. Export the orders since the experiment began, and drop that file.',
  };
}
