import { Type } from 'typebox';

/** Hex SHA-256. */
export const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });

/** Instant in UTC with milliseconds, RFC 3339. */
export const InstantText = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$' });

/** Calendar date, `YYYY-MM-DD`, in the platform's time zone (Asia/Shanghai). */
export const DateText = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' });

/** Amount in fen (0.01 CNY) as integer text, so that no amount loses precision. */
export const Fen = Type.String({ pattern: '^\\d{1,18}$' });

/** Identifier of an organisation, a case, a person or another aggregate. */
export const Id = Type.String({ minLength: 1, maxLength: 200 });

/** The same text in both languages of the platform. */
export const Bilingual = Type.Object({ zh: Type.String(), en: Type.String() });

/** A code of GB/T 2260, or a platform code outside it. */
export const AreaCode = Type.String({ pattern: '^[0-9A-Z-]{4,20}$' });

/** A code of a list kept as data (policy pack or reference data), so that a new code is no new event version. */
export const Code = Type.String({ minLength: 1, maxLength: 60 });

/** A name of an organisation, a center, a platform or a milestone, or a printed number. */
export const NameText = Type.String({ minLength: 1, maxLength: 200 });

/** A sentence or a paragraph typed by a person; never about a person. */
export const ShortText = Type.String({ minLength: 1, maxLength: 4_000 });

/** Unified social credit code, GB 32100. */
export const Uscc = Type.String({ pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$' });
