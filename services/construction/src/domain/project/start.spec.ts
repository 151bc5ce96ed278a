import { deciderSpec } from '@iic/event-sourcing/testing';
import { decider, hash, start, started, under16 } from '../../testing/index.ts';

const spec = deciderSpec(decider);

describe('starting a project', () => {
  it('begins with the approval and is due at the end of the last day of the period', () => {
    spec
      .given()
      .when(start)
      .records({ ...started, effectiveAt: start.approvedAt, policy: under16, evidence: [hash('b')] });
  });

  it('ends on the last day of a shorter month', () => {
    const { result } = spec
      .given()
      .when({ ...start, approvedAt: '2026-08-31T01:00:00.000Z', constructionMonths: 18 });
    expect(result).toMatchObject({ accepted: [{ data: { dueAt: '2028-02-29T15:59:59.999Z' } }] });
  });

  it('counts days in Asia/Shanghai, where an evening in UTC is the next day', () => {
    const { result } = spec.given().when({ ...start, approvedAt: '2026-03-02T16:00:00.000Z' });
    expect(result).toMatchObject({ accepted: [{ data: { dueAt: '2028-03-03T15:59:59.999Z' } }] });
  });

  it('records nothing for the same approval again', () => {
    spec.given(started).when(start).records();
  });

  it('refuses another approval of the same case', () => {
    spec
      .given(started)
      .when({ ...start, decisionId: 'another-decision' })
      .refuses('project-already-started');
  });
});

describe('reassigning the competent unit', () => {
  const reassign = { type: 'ReassignCompetentUnit', competentUnit: 'org-other-drc' } as const;

  it('follows the act recorded by intake', () => {
    spec
      .given(started)
      .when(reassign)
      .records({
        type: 'ProjectCompetentUnitReassigned',
        data: { competentUnit: 'org-other-drc', previous: 'org-drc' },
      });
  });

  it('records nothing where it changes nothing, or there is no project', () => {
    spec
      .given(started)
      .when({ ...reassign, competentUnit: 'org-drc' })
      .records();
    spec.given().when(reassign).records();
  });

  it('makes the new unit the one that gives opinions', () => {
    const state = spec
      .given(started, {
        type: 'ProjectCompetentUnitReassigned',
        data: { competentUnit: 'org-other-drc', previous: 'org-drc' },
      })
      .state();
    expect(state).toMatchObject({ project: { competentUnit: 'org-other-drc' } });
  });
});
