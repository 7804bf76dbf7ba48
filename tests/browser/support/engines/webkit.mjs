// Debian's WebKitGTK by WebDriver. It has no BiDi, and Playwright's WebKit is a patched one, so the
// page of ../webkit stands in for Playwright's.

import { openContext, stopDrivers } from '../webkit/context.mjs';

export { missing } from '../webkit/driver.mjs';

export const lacks = [[/forced colours/, 'WebKit has no forced colours']];

export const newContext = openContext;
export const close = stopDrivers;
