import fc from 'fast-check';
import { countWords } from './index.ts';

const han = fc.constantFrom(...'吉林省产业创新中心建设工作指引试行');
const latin = fc.stringMatching(/^[A-Za-z0-9.,]{1,8}$/);

describe('counting words as Word does', () => {
  it.each([
    ['', 0, 0],
    ['   \n\t　 ', 0, 0],
    ['吉林省产业创新中心', 9, 0],
    ['第一条，为贯彻落实。', 10, 0],
    ['Hello, world', 0, 2],
    ['Hello,world', 0, 1],
    ['产业innovation中心', 4, 1],
    ['2500 字左右', 3, 1],
    ['2500字左右', 3, 1],
    ['中文,中文', 4, 1],
    ['中文 , 中文', 4, 1],
    ['（试行）', 4, 0],
    ['(试行)', 2, 2],
    ['“政产学研资”', 7, 0],
    ['"政产学研资"', 5, 2],
    ['don’t “worry”', 0, 2],
    ['他说：“OK”。', 6, 1],
    ['创新——发展……', 8, 0],
    ['R&D 3%—5%', 0, 2],
    ['吉发改高技〔2020〕420号', 8, 2],
    ['第１２条', 4, 0],
    ['한국어 단어', 0, 2],
    ['カタカナ', 4, 0],
    ['𠀀𠀁', 2, 0],
    ['line one\nline two', 0, 4],
  ])('%j: %i Asian characters, %i other words', (text, asian, other) => {
    expect(countWords(text)).toEqual({ words: asian + other, asian, other });
  });

  it('counts every ideograph once, whatever white space stands between', () => {
    fc.assert(
      fc.property(fc.array(han), fc.constantFrom('', ' ', '\n', '　'), (characters, space) => {
        expect(countWords(characters.join(space)).words).toBe(characters.length);
      }),
    );
  });

  it('counts Latin words by white space', () => {
    fc.assert(
      fc.property(fc.array(latin), (words) => {
        expect(countWords(words.join(' \n')).words).toBe(words.length);
      }),
    );
  });

  it('adds up over paragraphs', () => {
    const paragraph = fc.array(fc.oneof(han, latin, fc.constant(' '))).map((parts) => parts.join(''));
    fc.assert(
      fc.property(paragraph, paragraph, (left, right) => {
        expect(countWords(`${left}\n${right}`).words).toBe(countWords(left).words + countWords(right).words);
      }),
    );
  });

  it('never counts more words than there are characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { words } = countWords(text);
        expect(words).toBeGreaterThanOrEqual(0);
        expect(words).toBeLessThanOrEqual([...text].length);
      }),
    );
  });

  it('counts a long run of shared punctuation in one pass', () => {
    expect(countWords('…'.repeat(200_000)).words).toBe(1);
    expect(countWords(`${'“'.repeat(200_000)}字`).words).toBe(200_001);
  });
});
