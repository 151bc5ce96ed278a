import { type Affiliations, checkConflicts, knownConflictRules } from './conflicts.ts';

const judged = {
  consortium: [
    { organisation: 'lead', parent: 'holding', parentKnown: true },
    { organisation: 'member', parent: null, parentKnown: true },
  ],
  competentUnit: 'unit',
};

const outsider: Affiliations = {
  employer: 'elsewhere',
  employerParent: null,
  ties: [],
  stated: ['employer', 'employer-parent', 'ties'],
};

function check(change: Partial<Affiliations>, rules = knownConflictRules, against = judged) {
  return checkConflicts({ ...outsider, ...change }, against, rules);
}

describe('computed conflicts', () => {
  it('find none for an outsider about whom everything is known', () => {
    expect(check({})).toEqual({ conflicts: [], notChecked: [] });
  });

  it.each<[string, Partial<Affiliations>, string]>([
    ['employer', { employer: 'lead' }, 'lead'],
    ['employer', { employer: 'member' }, 'member'],
    ['employer-parent', { employerParent: 'member' }, 'member'],
    ['consortium-parent', { employer: 'holding' }, 'lead'],
    ['consortium-parent', { employerParent: 'holding' }, 'lead'],
    ['declared-tie', { ties: [{ organisation: 'member', kind: 'consultant' }] }, 'member'],
    ['competent-unit', { employer: 'unit' }, 'unit'],
  ])('%s: %j', (basis, change, organisation) => {
    expect(check(change, [basis])).toEqual({ conflicts: [{ basis, organisation }], notChecked: [] });
  });

  it('say "not checked", never "none", about what was not stated', () => {
    expect(check({ employer: null, stated: [] })).toEqual({
      conflicts: [],
      notChecked: ['employer', 'employer-parent', 'consortium-parent', 'declared-tie', 'competent-unit'],
    });
  });

  it('take a stated nothing as none', () => {
    expect(check({ employer: null })).toEqual({ conflicts: [], notChecked: [] });
  });

  it('are not checked against organisations whose parent nobody stated', () => {
    const consortium = [{ organisation: 'lead', parent: null, parentKnown: false }];
    expect(check({}, ['consortium-parent'], { ...judged, consortium }).notChecked).toEqual([
      'consortium-parent',
    ]);
  });

  it('are not checked by a rule this service does not know', () => {
    expect(check({}, ['same-alma-mater'])).toEqual({ conflicts: [], notChecked: ['same-alma-mater'] });
  });
});
