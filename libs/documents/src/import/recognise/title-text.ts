import { plainForm } from './heading-number.ts';

const conjunctions = /以及|和|及|跟|同/g;

/**
 * What of a title counts when titles are compared: no blanks, punctuation, notes in brackets or 的, one word for
 * "and".
 */
export function titleText(title: string): string {
  return plainForm(title)
    .replaceAll(/\([^()]*(?:\)|$)/g, '')
    .replaceAll(/[\p{P}\p{S}\s]/gu, '')
    .replaceAll(conjunctions, '与')
    .replaceAll('的', '')
    .toLowerCase();
}

const theCenter = /^.{0,24}?产业创新中心|^[我本该]?中心/;

/** A title without its mention of the center, which people replace by its name, by 中心 or by nothing. */
export function withoutTheCenter(comparable: string): string {
  return comparable.replace(theCenter, '');
}
