// A page and a shop in the shape that adapters touch, for tests in node.

export interface Answer {
  status?: number;
  type?: string;
  body?: unknown;
}

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  /** Parsed from JSON or from a form. */
  body: unknown;
}

export class FakeNode {}

/** What the shop answers, by path; `path#2` is the second answer. Anything else is 404. */
export const shop: {
  answers: Record<string, Answer | ((asked: Asked) => Answer)>;
  asked: Asked[];
} = { answers: {}, asked: [] };

/** What `querySelector` finds, by selector. */
export const found: Record<string, unknown> = {};
export const page = new EventTarget();
const href = 'https://shop.example/en/page';

Object.assign(globalThis, {
  Node: FakeNode,
  HTMLCollection: class {},
  location: new URL(href),
  document: Object.assign(new EventTarget(), {
    baseURI: href,
    cookie: '',
    body: {},
    querySelector: (selector: string) => found[selector] ?? null,
  }),
  addEventListener: page.addEventListener.bind(page),
  dispatchEvent: page.dispatchEvent.bind(page),
  fetch: async (url: URL, init: RequestInit = {}) => {
    const sent = init.body;
    const asked: Asked = {
      method: init.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers: init.headers as Record<string, string>,
      body:
        sent instanceof URLSearchParams
          ? Object.fromEntries(sent)
          : sent && JSON.parse(String(sent)),
    };
    shop.asked.push(asked);
    const answer = shop.answers[url.pathname] ?? { status: 404 };
    const {
      status = 200,
      type = 'application/json',
      body,
    } = typeof answer === 'function' ? answer(asked) : answer;
    const text = typeof body === 'string' ? body : JSON.stringify(body ?? null);
    return new Response(text, { status, headers: { 'content-type': type } });
  },
});

/** Every cookie of the page; there is no browser that would add one to others. */
export function setCookies(cookie: string): void {
  Object.assign(document, { cookie });
}

export function forget(): void {
  shop.answers = {};
  shop.asked = [];
  for (const name of Object.keys(found)) delete found[name];
  setCookies('');
}

export const signal = () => new AbortController().signal;
