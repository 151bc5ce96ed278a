import { deciderSpec } from '@iic/event-sourcing/testing';
import { expert, handler } from '../testing/people.ts';
import { play } from '../testing/play.ts';
import {
  assembled,
  composed,
  first,
  panelState,
  reportHash,
  review,
  scored,
  scoresOf,
  second,
  standing,
  third,
  visited,
} from '../testing/review-histories.ts';
import { sampleRules } from '../testing/sample-rules.ts';
import { meanText, scoreFindings } from './scoring.ts';

const spec = deciderSpec(review);

describe('recording a site visit', () => {
  const visit = {
    type: 'RecordSiteVisit',
    visitedOn: '2026-03-02',
    place: '长春市',
    participants: [first, second, first],
    reportHash,
  } as const;

  it('names those who took part, each once, and the report', () => {
    spec
      .given(...assembled)
      .when(visit, { actor: handler })
      .records({
        type: 'SiteVisitRecorded',
        data: { visitedOn: '2026-03-02', place: '长春市', participants: [first, second], reportHash },
        evidence: [reportHash],
      });
  });

  it('takes a day that has been, in China', () => {
    const given = spec.given(...assembled);
    given.when({ ...visit, visitedOn: '2026-02-30' }, { actor: handler }).refuses('date-invalid');
    given
      .when({ ...visit, visitedOn: '2026-03-03' }, { actor: handler, now: '2026-03-02T15:59:59.999Z' })
      .refuses('visit-in-future');
    const inTime = given.when(
      { ...visit, visitedOn: '2026-03-02' },
      { actor: handler, now: '2026-03-01T16:00:00.000Z' },
    );
    expect(inTime.result).toHaveProperty('accepted');
  });

  it('is attended by members of the panel', () => {
    const given = spec.given(...assembled);
    given.when({ ...visit, visitedOn: '1999-01-01' }, { actor: handler }).refuses('visit-before-invitation');
    given.when({ ...visit, participants: [] }, { actor: handler }).refuses('visit-unattended');
    given.when({ ...visit, participants: ['nobody'] }, { actor: handler }).refuses('not-on-panel');
  });

  it('waits for a complete panel', () => {
    spec
      .given(...composed)
      .when(visit, { actor: handler })
      .refuses('review-step-passed');
  });
});

describe('scoresheets', () => {
  const submit = { type: 'SubmitScoresheet', expertId: first, scores: scoresOf(15, 16), standing } as const;

  it('are submitted by the member itself, complete, with the total', () => {
    spec
      .given(...visited)
      .when(submit, { actor: expert(first) })
      .records({
        type: 'ScoresheetSubmitted',
        data: { expertId: first, scores: scoresOf(15, 16), total: 31 },
      });
  });

  it('are not taken from a member who has a conflict by now', () => {
    const now = { ...standing, expert: { ...standing.expert, employer: 'org-lead' } };
    spec
      .given(...visited)
      .when({ ...submit, standing: now }, { actor: expert(first) })
      .refuses('conflict-since-draw');
  });

  it('follow the site visit', () => {
    spec
      .given(...assembled)
      .when(submit, { actor: expert(first) })
      .refuses('site-visit-required');
  });

  it('are nobody else’s', () => {
    spec
      .given(...visited)
      .when(submit, { actor: expert(second) })
      .refuses('not-yourself');
    const stranger = { ...submit, expertId: 'nobody' };
    spec
      .given(...visited)
      .when(stranger, { actor: expert('nobody') })
      .refuses('not-on-panel');
  });

  it('wait until the member has accepted', () => {
    const replaced = play(review, visited, [
      { type: 'ExcuseMember', expertId: third, reason: '住院' },
      handler,
    ]);
    const incoming = panelState(replaced).panel.find(({ accepted }) => !accepted)?.member.expertId ?? '';
    spec
      .given(...replaced)
      .when({ ...submit, expertId: incoming }, { actor: expert(incoming) })
      .refuses('invitation-open');
    const others = spec.given(...replaced).when(submit, { actor: expert(first) });
    expect(others.result).toHaveProperty('accepted');
  });

  it.each([
    ['a criterion missing', [{ criterion: 'aims', points: 1 }], 'criteria-mismatch'],
    ['a criterion twice', [...scoresOf(1, 1), { criterion: 'aims', points: 1 }], 'criteria-mismatch'],
    ['points above the maximum', scoresOf(21, 1), 'points-out-of-range'],
    ['negative points', scoresOf(1, -1), 'points-out-of-range'],
    ['half a point', scoresOf(1, 0.5), 'points-out-of-range'],
  ])('are refused with %s', (_name, scores, code) => {
    spec
      .given(...visited)
      .when({ ...submit, scores }, { actor: expert(first) })
      .refuses(code);
    const revise = { type: 'ReviseScoresheet', expertId: first, scores, reason: '笔误' } as const;
    spec
      .given(...scored)
      .when(revise, { actor: expert(first) })
      .refuses(code);
  });

  it('are revised with a reason, not submitted twice', () => {
    spec
      .given(...scored)
      .when(submit, { actor: expert(first) })
      .refuses('scoresheet-exists');
    const revise = {
      type: 'ReviseScoresheet',
      expertId: first,
      scores: scoresOf(10, 10),
      reason: '笔误',
    } as const;
    spec
      .given(...scored)
      .when(revise, { actor: expert(first) })
      .records({
        type: 'ScoresheetRevised',
        data: { expertId: first, scores: scoresOf(10, 10), total: 20, reason: '笔误' },
      });
    spec
      .given(...scored)
      .when(revise, { actor: expert(second) })
      .refuses('not-yourself');
    const none = { ...revise, expertId: third };
    spec
      .given(...scored)
      .when(none, { actor: expert(third) })
      .refuses('scoresheet-missing');
  });
});

describe('means', () => {
  it.each([
    [0, 1, '0.00'],
    [59, 2, '29.50'],
    [100, 3, '33.33'],
    [200, 3, '66.67'],
    [1, 8, '0.13'],
    [1, 200, '0.01'],
    [1, 201, '0.00'],
  ])('of %i over %i are %s', (sum, count, text) => {
    expect(meanText(sum, count)).toBe(text);
  });

  it('are compared before rounding, with the bound included or not', () => {
    const formation = sampleRules.reviews['formation']?.scoresheet;
    const band = formation?.bands[0];
    if (formation === null || formation === undefined || band === undefined) throw new Error('no scoresheet');
    const sheets = [scoresOf(12, 12), scoresOf(12, 12)].map((scores, index) => ({
      expertId: String(index),
      scores,
      total: 24,
      void: false,
    }));
    expect(scoreFindings('favourable', sheets, formation)).toEqual([]);
    const exclusive = { ...formation, bands: [{ ...band, inclusive: false }, ...formation.bands.slice(1)] };
    expect(scoreFindings('favourable', sheets, exclusive)).toMatchObject([
      {
        code: 'recommendation-departs-from-score',
        strength: 'needs-justification',
        params: { average: '24.00' },
      },
    ]);
  });
});
