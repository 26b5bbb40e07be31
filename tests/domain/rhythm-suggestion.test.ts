import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCadence } from '../../utils/domain/cadence.ts';
import { newCadence, suggestCadence } from '../../utils/domain/rhythm-suggestion.ts';

describe('the rhythm that fits a pair', () => {
  test.each([
    [undefined, undefined],
    [0.4, 1],
    [1, 1],
    [4.5, 7],
    [4, 4],
    [6, 7],
    [8, 7],
    [12, 14],
    [18, 14],
    [21, 30],
    [24, 30],
    [30, 30],
    [45, 45],
    [55, 55],
    [80, 90],
    [150, 180],
    [260, 365],
    [365, 365],
    [800, 800],
    [3650, 3650],
    [3651, undefined],
  ])('of %s days is %s', (rhythm, expected) => {
    expect(suggestCadence(rhythm)).toBe(expected);
  });

  test('can be a cadence, whatever the rhythm', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 3650, noNaN: true }), (rhythm) => {
        expect(isCadence(suggestCadence(rhythm) ?? 0)).toBe(true);
      }),
    );
  });
});

describe('is suggested', () => {
  test.each([
    [24, undefined, 30],
    [24, 30, undefined],
    [24, 28, undefined],
    [24, 21, undefined],
    [24, 90, 30],
    [24, 7, 30],
    [90, 30, 90],
    [undefined, 30, undefined],
    [undefined, undefined, undefined],
  ])('to a pair in touch every %s days whose rhythm is %s: %s', (rhythm, cadence, expected) => {
    expect(newCadence(rhythm, cadence)).toBe(expected);
  });
});
