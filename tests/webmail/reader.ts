// What the webmail tests put into a page: the readers, whole and one by one.
export { readPage } from '../../utils/sites/read.ts';
export { union } from '../../utils/sites/union.ts';
export { ALL_SITES } from '../sites/all.ts';
