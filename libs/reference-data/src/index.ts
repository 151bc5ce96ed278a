export type { Area, AreaLevel } from './areas/area.ts';
export {
  type AreaCheck,
  areas,
  areasOn,
  checkArea,
  directlyFilingAreas,
  findArea,
  isAreaCode,
  isWithinArea,
  provinceOf,
} from './areas/areas.ts';
export { changbaiMountain } from './areas/jilin.ts';
export { isSameName, nameKey, normaliseName } from './names.ts';
export { findStrategicField, type StrategicField, strategicFields } from './strategic-fields.ts';
export { findLoneSurrogate, hasLoneSurrogate } from './text.ts';
export { checkUscc, isUscc, type UsccCheck, usccCheckCharacter, usccLength } from './uscc.ts';
export { countWords, type WordCount } from './word-count.ts';
