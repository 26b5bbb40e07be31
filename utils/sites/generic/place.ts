import type { Handle } from '../../domain/types.ts';
import { isBefore } from '../reading/dom.ts';
import type { Clue } from './clues.ts';
import type { Standing } from './standing.ts';

/** A clue, and what it is on the page where something says so. */
export interface Place extends Clue {
  readonly standing: Standing | undefined;
}

/** Whom a message is for. */
export const COPIED: readonly string[] = ['recipient', 'cc', 'bcc'];

/** Whether the message is for whoever it shows. */
export function isCopied({ standing }: Pick<Place, 'standing'>): boolean {
  return standing !== undefined && COPIED.includes(standing.role);
}

/** Whether it shows who wrote. */
export function isSender({ standing }: Place): boolean {
  return standing?.role === 'sender';
}

/** Whether the label is in the same text as the address. */
export function isText({ standing }: Place): boolean {
  return standing?.by === 'text';
}

/** Whether a label, or a word of the program, says what it is. */
export function isLabelled({ standing }: Place): boolean {
  return standing?.by === 'label' || standing?.by === 'word';
}

/** Whether the second of two begins after the first. */
export function follows(before: Place, after: Place): boolean {
  return isBefore(before.element, after.element);
}

/** What is behind the `@` of an address. */
export function domainOf({ value }: Handle): string {
  return value.slice(value.indexOf('@') + 1);
}

/** How its label is made: those of one header are made alike, wherever what has a class stands. */
export function labelMake({ standing }: Pick<Place, 'standing'>): string {
  const { className, localName } = standing?.source ?? {};
  return `${standing?.by} ${className ? `${localName} ${className}` : elementMake(standing?.source)}`;
}

/** How an element is made. */
export function elementMake({ localName, className, parentElement }: Partial<Element> = {}): string {
  return `${localName} ${className} ${parentElement?.localName}`;
}

/** How it is shown, and by what label: the senders of one conversation are shown alike. */
export function make({ element, standing }: Place): string {
  // A message has one "From", and may have a "Sender" beside it.
  return `${standing?.by} ${standing?.said} ${elementMake(element)}`;
}
