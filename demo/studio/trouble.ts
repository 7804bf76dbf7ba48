import type { SessionError } from './session.js';

/** What went wrong, for people: a headline and what to do. */
export interface Trouble {
  title: string;
  text: string;
}

/** "a.csv, b.csv and 3 more" */
export function nameList(names: readonly string[]): string {
  const most = names.length > 3 ? 2 : 3;
  const more = names.length - most;
  const all = more > 0 ? [...names.slice(0, most), `${more} more`] : names;
  return new Intl.ListFormat('en').format(all);
}

/** Somebody wants to read more while something is read. */
export const busy = (what: string): Trouble => ({
  title: 'One after the other',
  text: `Your orders are still being read. Wait until that is done, or stop it; ${what} can be read then. Nothing is lost.`,
});

export const noSample: Trouble = {
  title: 'The sample shop is not here',
  text: 'It could not be loaded with this page. Load the page again, or drop in your own orders.',
};

const byCommand = 'or train on the command line: goeswith train orders.csv -o shop.gw';

export function troubleOf({ of, message }: SessionError): Trouble {
  switch (of) {
    case 'memory':
      return {
        title: 'Not enough memory',
        text: `This browser has not enough memory for so many orders. Close other tabs, take the orders of one year, ${byCommand}`,
      };
    case 'browser':
      return {
        title: 'The studio cannot work in this browser',
        text: `It reads and learns in a worker, and ${message}. Load the page again, use a current Chrome, Edge, Firefox or Safari, ${byCommand}`,
      };
    case 'data':
      return { title: 'Something is wrong with these files', text: message };
    default:
      return { title: 'That did not work', text: message };
  }
}
