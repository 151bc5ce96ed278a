/** A strategic field of the province (Art. 12). */
export interface StrategicField {
  readonly code: string;
  readonly title: { readonly zh: string; readonly en: string };
}

/**
 * Fields a center can be for. The guideline names none: the list and its codes are this platform's default,
 * after the nine groups of strategic emerging industries (战略性新兴产业分类（2018）) with agriculture added
 * for Jilin. A code stays what it is; a new field gets a new one.
 */
export const strategicFields: readonly StrategicField[] = [
  {
    code: 'next-generation-it',
    title: { zh: '新一代信息技术', en: 'Next-generation information technology' },
  },
  { code: 'high-end-equipment', title: { zh: '高端装备制造', en: 'High-end equipment' } },
  { code: 'new-materials', title: { zh: '新材料', en: 'New materials' } },
  { code: 'biotechnology', title: { zh: '生物', en: 'Biotechnology' } },
  { code: 'new-energy-vehicles', title: { zh: '新能源汽车', en: 'New-energy vehicles' } },
  { code: 'new-energy', title: { zh: '新能源', en: 'New energy' } },
  {
    code: 'energy-saving-environment',
    title: { zh: '节能环保', en: 'Energy saving and environmental protection' },
  },
  { code: 'digital-creative', title: { zh: '数字创意', en: 'Digital creative industry' } },
  { code: 'related-services', title: { zh: '相关服务业', en: 'Related services' } },
  { code: 'modern-agriculture', title: { zh: '现代农业', en: 'Modern agriculture' } },
];

/** A field by its code. */
export function findStrategicField(code: string): StrategicField | undefined {
  return strategicFields.find((field) => field.code === code);
}
