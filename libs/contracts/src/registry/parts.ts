import { Type } from 'typebox';
import { AreaCode, Code, NameText } from '../common.ts';

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
