// What the webmail tests put into a page: the readers, whole and one by one.
export { union } from '../../utils/sites/union.ts';
export { ALL_SITES, readPage } from '../sites/all.ts';
