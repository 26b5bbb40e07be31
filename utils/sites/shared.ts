import { distinct, emailHandle, handleKey, sameHandle } from '../domain/handles.ts';
import { ALL_INSIDE, cleanText, INSIDE, readName } from '../domain/names.ts';
import { fitting, hasLetters, isPlain } from '../domain/plain.ts';
import { accounts } from './reading/accounts.ts';
import { addressList } from './reading/addresses.ts';
import { isInBody, isLetter } from './reading/body.ts';
import { readConversation, readListed } from './reading/conversation.ts';
import {
  each,
  eachOn,
  first,
  firstText,
  isBefore,
  isOrHolds,
  isShown,
  shortText,
  textOf,
  textWalker,
} from './reading/dom.ts';
import { FROM } from './reading/from.ts';
import { DATE, datesNear, ROW, SHORT, textsNear, UNSAID } from './reading/near.ts';
import { atOnce, perPage } from './reading/per-page.ts';
import { perText } from './reading/per-text.ts';
import { stated, textsOf } from './reading/person.ts';
import { saidDate } from './reading/said.ts';
import { toldByTime } from './reading/told.ts';
import { pageOf } from './watching/page-of.ts';

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
