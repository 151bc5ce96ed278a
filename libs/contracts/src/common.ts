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
