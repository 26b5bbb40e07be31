import { describe, expect, test } from 'vitest';
import { FIELDS } from '../../scripts/lib/short-names.mjs';
import saidDate from '../../utils/domain/said-date.ts?raw';
import domain from '../../utils/domain/types.ts?raw';
import protocol from '../../utils/messaging/protocol.ts?raw';
import types from '../../utils/sites/types.ts?raw';

// The build gives these fields short names in the scripts that read pages, and only there.
describe('fields of the readers that the build renames', () => {
  test('are in no message to the panel or the background', () => {
    const sent = /^export interface (?:Reading|Sighting|SeenTouchpoint) \{.*?^\}/gms;
    const shapes = [...types.matchAll(sent)].map(([shape]) => shape);
    expect(shapes).toHaveLength(3);
    const handle = /^export interface Handle \{.*?^\}/ms.exec(domain)?.[0] ?? '';
    const said = /^export interface SaidDate \{.*?^\}/ms.exec(saidDate)?.[0] ?? '';
    const names = [...[protocol, handle, said, ...shapes].join('\n').matchAll(/\breadonly (\w+)/g)].map(
      ([, name]) => name,
    );
    for (const known of [
      'type',
      'reading',
      'sightings',
      'role',
      'sourceKey',
      'kind',
      'value',
      'texts',
      'needed',
    ])
      expect(names).toContain(known);
    expect(FIELDS.filter((field) => names.includes(field))).toEqual([]);
  });

  test('are nothing that the browser has a field for', () => {
    const known = (field: string) =>
      Object.getOwnPropertyNames(globalThis).filter((name) => {
        const it: unknown = Reflect.get(globalThis, name);
        return it instanceof Function && (field in it || field in Object(it.prototype));
      });
    expect(known('parentElement')).not.toEqual([]);
    expect(FIELDS.filter((field) => field in globalThis || known(field).length > 0)).toEqual([]);
  });
});
