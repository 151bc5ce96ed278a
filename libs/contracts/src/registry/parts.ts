import { Type } from 'typebox';

/** A code of a list kept as data, so that a new code is no new event version. */
export const Code = Type.String({ minLength: 1, maxLength: 60 });

/** A name of a center or an organisation. */
export const NameText = Type.String({ minLength: 1, maxLength: 200 });

/** A sentence or a paragraph typed by a person; never about a person. */
export const ShortText = Type.String({ minLength: 1, maxLength: 4_000 });

/** GB/T 2260 area code, or a platform code outside it. */
export const AreaCode = Type.String({ pattern: '^[0-9A-Z-]{4,20}$' });

/** The legal person behind a center, as the public register shows it. */
export const DesignatedEntity = Type.Object({
  name: NameText,
  legalForm: Code,
  /** Unified social credit code, of the center's own entity or of the unit that hosts it. */
  uscc: Type.String({ pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$' }),
  /** False where the center is hosted by another legal person. */
  independent: Type.Boolean(),
  /** Place of registration. */
  area: AreaCode,
});
