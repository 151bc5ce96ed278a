import { faultsOf } from './effects.ts';

it('finds nothing where every effect came once and in turn, whatever other streams do', () => {
  expect(faultsOf(['a 0', 'b 0', 'a 1', 'b 1'], ['a 0', 'a 1', 'b 0', 'b 1'])).toEqual([]);
});

it('says what is lost, strange, doubled and out of turn', () => {
  expect(faultsOf(['a 1', 'a 0', 'b 0', 'b 0', 'c 0'], ['a 0', 'a 1', 'b 0', 'b 1'])).toEqual([
    'b 1 is lost',
    'c 0 was never asked for',
    'b 0 came 2 times',
    'a 0 came after revision 1',
  ]);
});
