// What other engines take from Playwright, so that a selector finds the same elements and a pattern
// the same addresses in each: its selectors' names, its patterns, and the script by which it looks
// into a page. These are its own files, not its API; package.json therefore names one version.

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const lib = join(dirname(require.resolve('playwright-core/package.json')), 'lib');

export const { urlMatches } = require(join(lib, 'utils/isomorphic/urlMatch.js'));

const selectors = require(join(lib, 'utils/isomorphic/locatorUtils.js'));
export const {
  getByAltTextSelector,
  getByLabelSelector,
  getByPlaceholderSelector,
  getByRoleSelector,
  getByTextSelector,
  getByTitleSelector,
} = selectors;

export const { escapeForTextSelector } = require(join(lib, 'utils/isomorphic/stringUtils.js'));

const { source } = require(join(lib, 'generated/injectedScriptSource.js'));
const options = {
  isUnderTest: false,
  sdkLanguage: 'javascript',
  testIdAttributeName: 'data-testid',
  // The frames for which an element that is clicked has to stand still, as for Playwright's WebKit.
  stableRafCount: 1,
  browserName: 'webkit',
  isUtilityWorld: false,
  customEngines: [],
};

/** An expression that gives the object by which Playwright looks into a page. */
export const looker = `(() => {
  const module = {};
  ${source}
  return new (module.exports.InjectedScript())(globalThis, ${JSON.stringify(options)});
})()`;
