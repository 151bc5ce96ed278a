import fc from 'fast-check';
import { derivedCommandId } from './derived-command-id.ts';

describe('derivedCommandId', () => {
  it('is the same for the same cause, handler and step, for ever', () => {
    // Recorded streams hold such ids: another algorithm would repeat every effect.
    expect(derivedCommandId({ id: 'event-1' }, 'open-review')).toBe(
      'de4c97998b835b19cfec7e01d32c7a473a8a6fbd1a9583baee2cf7e3125902a1',
    );
  });

  it('differs when cause, handler or step does, however they are cut', () => {
    const part = fc.string({ maxLength: 5 });
    fc.assert(
      fc.property(fc.tuple(part, part, part), fc.tuple(part, part, part), (left, right) => {
        const same = JSON.stringify(left) === JSON.stringify(right);
        const [a, b] = [left, right].map(([id, handler, step]) => derivedCommandId({ id }, handler, step));
        expect(a === b).toBe(same);
      }),
    );
  });
});
