import { fetchFrom } from './proxy.mjs';
import { Asked } from './request.mjs';

/**
 * Requests that no page makes, with the cookies of its browser: what Playwright calls
 * `context.request`. `cookies(url)` and `addCookies(cookies)` are the browser's own.
 */
export function requestsWith({ cookies, addCookies }) {
  async function send(method, url, { data, headers = {} } = {}) {
    const sent = { ...headers };
    const kept = await cookies(url);
    if (kept.length > 0) sent.cookie = kept.map(({ name, value }) => `${name}=${value}`).join('; ');
    const body = typeof data === 'string' ? data : data && JSON.stringify(data);
    if (body !== undefined) {
      sent['content-type'] ??= 'application/json';
      sent['content-length'] = Buffer.byteLength(body);
    }
    const answer = await fetchFrom(new Asked(method, url, sent, body ?? null));
    const given = (answer.headers()['set-cookie'] ?? []).map((line) => {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      return { name, value, url: new URL(url).origin, httpOnly: /;\s*httponly/i.test(line) };
    });
    if (given.length > 0) await addCookies(given);
    return answer;
  }
  return {
    get: (url, given) => send('GET', url, given),
    post: (url, given) => send('POST', url, given),
    fetch: (url, given) => send(given?.method ?? 'GET', url, given),
    dispose: async () => {},
  };
}
