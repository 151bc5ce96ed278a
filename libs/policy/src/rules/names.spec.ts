import fc from 'fast-check';
import { centerNames, checkName, coreOf, jilin2020 } from '../index.ts';
import { samplePolicyDocument } from '../testing/index.ts';

const sample = samplePolicyDocument();

describe('a center’s names', () => {
  it('are made of its own words and the pattern of Art. 23', () => {
    expect(centerNames(jilin2020, ' 先进材料 ', 'Advanced Materials ')).toEqual({
      zh: '吉林省先进材料产业创新中心',
      en: 'JiLin Province Industrial Innovation Center of Advanced Materials',
    });
    expect(centerNames(sample, '光电（长春）', 'Optics').en).toBe(
      'Optics Industrial Innovation Center (Sample Province)',
    );
  });

  it.each(<const>[
    ['吉林省先进材料产业创新中心', 'zh', '先进材料'],
    ['吉林省5G+产业创新中心', 'zh', '5G+'],
    ['吉林省产业创新中心', 'zh', undefined],
    ['吉林省***产业创新中心', 'zh', undefined],
    ['吉林省 产业创新中心', 'zh', undefined],
    ['辽宁省先进材料产业创新中心', 'zh', undefined],
    ['吉林省先进材料产业创新中心有限公司', 'zh', undefined],
    ['JiLin Province Industrial Innovation Center of New Materials', 'en', 'New Materials'],
    ['Jilin Province Industrial Innovation Center of New Materials', 'en', undefined],
    ['JiLin Province Industrial Innovation Center of ', 'en', undefined],
    ['JiLin Province Industrial Innovation Center of 新材料', 'en', undefined],
    ['JiLin Province Industrial Innovation Center of New Materials ', 'en', undefined],
  ])('%j in %s holds %j', (name, language, core) => {
    expect(coreOf(jilin2020, name, language)).toBe(core);
    expect(checkName(jilin2020, name, language)).toEqual(
      core === undefined
        ? [
            {
              code: 'name-pattern',
              strength: 'hard',
              article: 'Art. 23',
              params: { language, pattern: jilin2020.names[language].pattern, name },
            },
          ]
        : [],
    );
  });

  it('give back the words they were made of, whatever signs the pattern has', () => {
    const core = fc.stringMatching(/^[A-Za-z0-9()+. &-]{1,30}$/).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(core, (words) => {
        const names = centerNames(sample, words, words);
        expect(coreOf(sample, names.zh, 'zh')).toBe(words.trim());
        expect(coreOf(sample, names.en, 'en')).toBe(words.trim());
      }),
    );
  });
});
