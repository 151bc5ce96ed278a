import { deciderSpec } from '@iic/event-sourcing/testing';
import { centerName } from './center-name.ts';

const spec = deciderSpec(centerName.decider);
const name = '吉林省样例材料产业创新中心';
const reserve = { type: 'ReserveCenterName', name, caseId: 'case-1' } as const;
const reserved = { type: 'CenterNameReserved', data: { name, caseId: 'case-1' } } as const;
const released = { type: 'CenterNameReleased', data: { name, caseId: 'case-1' } } as const;

describe('a name', () => {
  it('belongs to the first center that asks, which may ask again', () => {
    spec.given().when(reserve).records(reserved);
    spec.given(reserved).when(reserve).records();
    spec
      .given(reserved)
      .when({ ...reserve, caseId: 'case-2' })
      .refuses('name-taken');
  });

  it('is released only by the center that bears it, and is free again', () => {
    const release = { type: 'ReleaseCenterName', caseId: 'case-1' } as const;
    spec.given(reserved).when(release).records(released);
    spec.given().when(release).records();
    spec
      .given(reserved)
      .when({ ...release, caseId: 'case-2' })
      .records();
    spec
      .given(reserved, released)
      .when({ ...reserve, caseId: 'case-2' })
      .records({ type: 'CenterNameReserved', data: { name, caseId: 'case-2' } });
  });
});
