// WebKitWebDriver on a screen that nobody sees. One driver has one session at a time, so each
// session has a driver, and a screen of its own: whatever lies under its pointer has the focus.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { executable } from '../engines/executable.mjs';

const driver = executable('WebKitWebDriver');
const screen = executable('Xvfb');
const binary = ['/usr/lib', '/usr/libexec']
  .flatMap((lib) => [lib, ...(existsSync(lib) ? readdirSync(lib) : []).map((f) => join(lib, f))])
  .map((folder) => join(folder, 'webkit2gtk-4.1/MiniBrowser'))
  .find(existsSync);

export const missing =
  (!driver && 'webkit2gtk-driver is not installed') ||
  (!binary && 'webkit2gtk-driver has no MiniBrowser for webkit2gtk-4.1') ||
  (!screen && 'xvfb is not installed');

/** The pointer of a new screen is in its middle. The window begins there, with its tool bar. */
const middle = { x: 1500, y: 1200 };

// A tool bar may not keep the window wider than a phone.
const style = `* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; }
toolbar image, entry image { -gtk-icon-transform: scale(0.1); }
toolbar, toolbar *, entry { font-size: 1px; }`;

/** What a page is told of the shopper's wishes comes from the desktop's settings. */
function desktop({ colorScheme, reducedMotion }) {
  const folder = mkdtempSync(join(tmpdir(), 'goeswith-webkit-'));
  const settings = join(folder, 'gtk-3.0');
  mkdirSync(settings);
  writeFileSync(join(settings, 'gtk.css'), style);
  const dark = Number(colorScheme === 'dark');
  const animations = Number(reducedMotion !== 'reduce');
  writeFileSync(
    join(settings, 'settings.ini'),
    `[Settings]\ngtk-application-prefer-dark-theme=${dark}\ngtk-enable-animations=${animations}\n`,
  );
  const GTK_THEME = dark ? 'Adwaita:dark' : 'Adwaita';
  return { folder, environment: { GTK_THEME, XDG_CONFIG_HOME: folder } };
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

// Whoever stops the tests stops their screens: without this no 'exit' is told.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

/** A driver that waits for its session: `{ send, stop }`. */
export async function startDriver(wishes) {
  const { folder, environment } = desktop(wishes);
  const size = `${2 * middle.x}x${2 * middle.y}x24`;
  const display = spawn(screen, ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((resolve, reject) => {
    display.stdio[3].once('data', (text) => resolve(String(text).trim()));
    display.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
  const port = await freePort();
  const child = spawn(driver, [`--port=${port}`], {
    env: { ...process.env, ...environment, DISPLAY: `:${number}` },
    stdio: 'ignore',
  });
  // A driver that outlived its tests would keep a window and a screen for ever.
  const end = () => [child, display].map((each) => each.kill());
  process.once('exit', end);
  const send = (method, path, body, ms) =>
    command(`http://127.0.0.1:${port}${path}`, method, body, ms);
  await ready(send);
  return {
    send,
    middle,
    stop() {
      process.removeListener('exit', end);
      end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ready(send) {
  for (const end = Date.now() + 30_000; ; ) {
    try {
      return await send('GET', '/status');
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** Longer than any command takes; a driver that is silent for so long will be silent for ever. */
const patienceMs = 130_000;

async function command(url, method, body, ms = patienceMs) {
  const signal = AbortSignal.timeout(method === 'POST' && /session$/.test(url) ? 60_000 : ms);
  const response = await fetch(url, { method, body: body && JSON.stringify(body), signal });
  const { value } = await response.json();
  if (response.ok) return value;
  const error = new Error(`${value.error}: ${value.message}`);
  error.webdriver = value.error;
  throw error;
}

/** A browser without a history, all of whose requests go through `proxyPort`. */
export async function newSession({ send }, proxyPort) {
  const proxy = `127.0.0.1:${proxyPort}`;
  const { sessionId, capabilities } = await send('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        // A page whose script never comes would hold up every command: page.mjs waits by itself.
        pageLoadStrategy: 'none',
        proxy: { proxyType: 'manual', httpProxy: proxy, sslProxy: proxy, noProxy: [] },
        'webkitgtk:browserOptions': { binary, args: ['--automation'] },
      },
    },
  });
  assert.ok(sessionId, 'WebKitWebDriver gave no session');
  const session = (method, path, body, ms) =>
    send(method, `/session/${sessionId}${path}`, body, ms);
  await session('POST', '/timeouts', { script: 120_000 });
  session.version = capabilities.browserVersion;
  return session;
}
