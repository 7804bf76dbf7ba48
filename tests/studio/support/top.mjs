import { fileURLToPath } from 'node:url';

export const top = fileURLToPath(new URL('../../../', import.meta.url));
