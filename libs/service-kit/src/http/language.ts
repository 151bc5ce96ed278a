/** A language of the platform's messages. */
export type Language = 'zh' | 'en';

/** The language to answer in, by `Accept-Language` (RFC 9110); Chinese unless English is preferred. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const preferred = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ language, quality }) => (language === 'zh' || language === 'en') && quality > 0)
    .sort((left, right) => right.quality - left.quality);
  return preferred[0]?.language === 'en' ? 'en' : 'zh';
}
