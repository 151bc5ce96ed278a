import { KnownNothing } from './known-nothing.ts';

it('knows that nothing is kept once somebody looked, until something is', () => {
  const known = new KnownNothing();
  expect(known.has('g')).toBe(false);
  known.found('g', known.look('g'));
  expect(known.has('g')).toBe(true);
  expect(known.has('other')).toBe(false);
  known.forget('g');
  expect(known.has('g')).toBe(false);
});

it('does not believe a look that began before something was kept', () => {
  const known = new KnownNothing();
  const look = known.look('g');
  known.forget('g');
  known.found('g', look);
  expect(known.has('g')).toBe(false);
  known.found('g', known.look('g'));
  expect(known.has('g')).toBe(true);
});
