// What the webmail tests put into a page: the readers, whole and one by one.
export { SITES } from '../../utils/sites/index.ts';
export { readPage } from '../../utils/sites/read.ts';
export { union } from '../../utils/sites/union.ts';
