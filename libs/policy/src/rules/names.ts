import type { Finding } from '@iic/event-sourcing';
import { findingsOf } from '../finding-rules.ts';
import type { NamePattern, PolicyPack } from '../policy-pack.ts';

/** Language of a center's name. */
export type NameLanguage = 'zh' | 'en';

/** A center's full names from its own words in both languages, trimmed; brackets and letters stay as written. */
export function centerNames(
  pack: PolicyPack,
  chineseCore: string,
  englishCore: string,
): { readonly zh: string; readonly en: string } {
  return { zh: fill(pack.names.zh, chineseCore), en: fill(pack.names.en, englishCore) };
}

/** The center's own words within a full name, or undefined where the name does not follow the pattern. */
export function coreOf(pack: PolicyPack, name: string, language: NameLanguage): string | undefined {
  return namePatternOf(pack, language).exec(name)?.[1];
}

/** What the rules say about a full name; a name that follows the pattern has no findings. */
export function checkName(pack: PolicyPack, name: string, language: NameLanguage): readonly Finding[] {
  if (coreOf(pack, name, language) !== undefined) return [];
  return findingsOf(pack, 'name-pattern', { language, pattern: pack.names[language].pattern, name });
}

/**
 * The pattern as an expression over a whole name; group 1 is the center's own words. They do not begin or end
 * with white space and hold no placeholder left over; an English name holds no Chinese character.
 */
export function namePatternOf(pack: PolicyPack, language: NameLanguage): RegExp {
  const { before, after } = parts(pack.names[language]);
  const letter = language === 'en' ? '[^*\\p{Script=Han}]' : '[^*]';
  return new RegExp(`^${literally(before)}(?!\\s)(${letter}+)(?<!\\s)${literally(after)}$`, 'u');
}

function fill(pattern: NamePattern, core: string): string {
  const { before, after } = parts(pattern);
  return `${before}${core.trim()}${after}`;
}

function parts({ pattern, placeholder }: NamePattern): { readonly before: string; readonly after: string } {
  const at = pattern.indexOf(placeholder);
  return { before: pattern.slice(0, at), after: pattern.slice(at + placeholder.length) };
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
