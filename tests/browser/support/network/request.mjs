// Request, response and route as the tests know them from Playwright.

export class Asked {
  error = null;

  constructor(method, url, headers, bytes) {
    Object.assign(this, { bytes, is: { method, url, headers } });
    const purpose = headers['sec-fetch-dest'];
    this.isDocument = purpose ? purpose === 'document' : /^text\/html/.test(headers.accept);
  }
  method = () => this.is.method;
  url = () => this.is.url;
  headers = () => this.is.headers;
  allHeaders = async () => this.is.headers;
  headerValue = async (name) => this.is.headers[name.toLowerCase()] ?? null;
  postData = () => this.bytes?.toString() ?? null;
  postDataJSON = () => this.bytes && JSON.parse(this.bytes);
  failure = () => this.error && { errorText: this.error };
  isNavigationRequest = () => this.isDocument;
  resourceType = () => (this.isDocument ? 'document' : (this.is.headers['sec-fetch-dest'] ?? ''));
}

export class Answer {
  constructor(asked, status, headers, bytes) {
    Object.assign(this, { bytes, is: { asked, status, headers } });
  }
  request = () => this.is.asked;
  url = () => this.is.asked.url();
  status = () => this.is.status;
  ok = () => this.is.status >= 200 && this.is.status < 300;
  headers = () => this.is.headers;
  allHeaders = async () => this.is.headers;
  body = async () => this.bytes;
  text = async () => this.bytes.toString();
  json = async () => JSON.parse(this.bytes);
}

const lowerCased = (headers) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** A request that a test holds in its hand. Until it decides, there is no answer. */
export class Route {
  #decide;
  decision = new Promise((resolve) => {
    this.#decide = resolve;
  });
  #asked;
  #fetchFrom;

  constructor(asked, fetchFrom) {
    this.#asked = asked;
    this.#fetchFrom = fetchFrom;
  }

  request = () => this.#asked;
  fallback = async () => this.#decide('fallback');
  abort = async (reason = 'failed') => this.#decide(Promise.reject(new Error(reason)));

  /** The request as the test would have it. */
  #changed({ url, method, headers, postData } = {}) {
    const { is, bytes } = this.#asked;
    const body = postData === undefined ? bytes : Buffer.from(postData);
    const sent = lowerCased(headers ?? is.headers);
    // Whoever reads an answer reads it unpacked.
    delete sent['accept-encoding'];
    // And is told all of it, not that the browser has it already.
    for (const name of ['if-none-match', 'if-modified-since']) delete sent[name];
    if (body !== bytes) sent['content-length'] = String(body.length);
    const asked = new Asked(method ?? is.method, url ?? is.url, sent, body);
    asked.isDocument = this.#asked.isDocument;
    return asked;
  }

  fetch = (options) => this.#fetchFrom(this.#changed(options));
  continue = async (options) => this.#decide(this.fetch(options));

  async fulfill({ response, status, headers, contentType, body, json } = {}) {
    const given = lowerCased(headers ?? response?.headers() ?? {});
    if (json !== undefined) given['content-type'] ??= 'application/json';
    if (contentType) given['content-type'] = contentType;
    const content = json === undefined ? body : JSON.stringify(json);
    const bytes = content === undefined ? (response?.bytes ?? '') : content;
    const answer = new Answer(
      this.#asked,
      status ?? response?.status() ?? 200,
      given,
      Buffer.from(bytes),
    );
    this.#decide(answer);
  }
}
