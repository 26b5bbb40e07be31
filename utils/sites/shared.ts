import { distinct, emailHandle, handleKey, sameHandle } from '../domain/handles.ts';
import { ALL_INSIDE, cleanText, INSIDE, readName } from '../domain/names.ts';
import { fitting, hasLetters, isPlain } from '../domain/plain.ts';
import { accounts } from './accounts.ts';
import { addressList } from './addresses.ts';
import { isInBody, isLetter } from './body.ts';
import { readConversation, readListed } from './conversation.ts';
import { each, eachOn, first, firstText, isBefore, isShown, shortText, textOf, textWalker } from './dom.ts';
import { FROM } from './from.ts';
import { isOrHolds } from './matters.ts';
import { DATE, datesNear, ROW, SHORT, textsNear, UNSAID } from './near.ts';
import { pageOf } from './page-of.ts';
import { atOnce, perPage } from './per-page.ts';
import { perText } from './per-text.ts';
import { stated, textsOf } from './person.ts';
import { saidDate } from './said.ts';
import { toldByTime } from './told.ts';

/**
 * What the last resort's script does not carry, but takes from the script that is in the frame before it (scripts/lib/taken.mjs): each
 * page has it once.
 */
export const SHARED = {
  accounts,
  addressList,
  ALL_INSIDE,
  atOnce,
  cleanText,
  DATE,
  datesNear,
  distinct,
  each,
  eachOn,
  emailHandle,
  first,
  firstText,
  fitting,
  FROM,
  handleKey,
  hasLetters,
  INSIDE,
  isBefore,
  isInBody,
  isLetter,
  isOrHolds,
  isPlain,
  isShown,
  pageOf,
  perPage,
  perText,
  readConversation,
  readListed,
  readName,
  ROW,
  saidDate,
  sameHandle,
  SHORT,
  shortText,
  stated,
  textOf,
  textsNear,
  textsOf,
  textWalker,
  toldByTime,
  UNSAID,
};
