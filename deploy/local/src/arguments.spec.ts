import { readAreaCode, readId, readOrdinal, readOrigin, readPortNumber } from './arguments.ts';

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

it('takes identifiers, area codes and ordinals for what they are', () => {
  expect(['org-pdrc', 'p-1', 'iss:1.a_b'].map(readId)).toEqual(['org-pdrc', 'p-1', 'iss:1.a_b']);
  for (const given of ['', '张三', 'a b', '-x']) expect(() => readId(given)).toThrow('identifier');
  expect(['220000', '220100', '330000'].map(readAreaCode)).toEqual(['220000', '220100', '330000']);
  for (const given of ['', 'jilin', '2200']) expect(() => readAreaCode(given)).toThrow('area');
  expect(readOrdinal('12')).toBe('12');
  for (const given of ['', 'abc', '-1', '1e3']) expect(() => readOrdinal(given)).toThrow('list');
});
