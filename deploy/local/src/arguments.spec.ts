import { readOrigin, readPortNumber } from './arguments.ts';

it.each([
  ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
  ['https://iic.example/', 'https://iic.example'],
  ['http://[::1]:8080/api', 'http://[::1]:8080'],
])('takes %s for the origin of a platform', (given, origin) => {
  expect(readOrigin(given)).toBe(origin);
});

it.each(['nonsense', '127.0.0.1:3000', 'ftp://127.0.0.1', '', '//host'])(
  'does not take "%s" for one',
  (given) => {
    expect(() => readOrigin(given)).toThrow('http://127.0.0.1:3000');
  },
);

it('takes ports only', () => {
  expect(['0', '3000', '65535'].map(readPortNumber)).toEqual([0, 3000, 65_535]);
  for (const given of ['65536', '-1', '3e3', 'abc', '', '1.5']) {
    expect(() => readPortNumber(given)).toThrow('from 0 to 65535');
  }
});
