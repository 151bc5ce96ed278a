import { deciderSpec } from '@iic/event-sourcing/testing';
import { lead, member, pdrc, unit } from '../../testing/case-fixtures.ts';
import type { OrganisationCommand, OrganisationProfile, RegisterOrganisation } from './commands.ts';
import { organisationAggregate } from './organisation.ts';
import { profileAsOf } from './state.ts';

const spec = deciderSpec(organisationAggregate.decider);
const profile: OrganisationProfile = {
  name: '吉林先进材料研究院有限公司',
  uscc: '91350100M000100Y43',
  kind: 'enterprise',
  area: '220100',
  parent: null,
  parentKnown: true,
  competentUnit: 'org-unit',
};
const register: RegisterOrganisation = {
  type: 'RegisterOrganisation',
  organisation: 'org-lead',
  profile,
  effectiveFrom: '2026-01-01',
  sameUscc: null,
  competentUnitKnown: true,
};
const registered = {
  type: 'OrganisationRegistered' as const,
  data: {
    organisation: 'org-lead',
    ...profile,
    word: { basis: 'pdrc', organisation: 'org-pdrc' },
    effectiveFrom: '2026-01-01',
  },
  effectiveAt: '2025-12-31T16:00:00.000Z',
};
const correct: OrganisationCommand = {
  type: 'CorrectOrganisation',
  changes: { name: '吉林先进材料集团有限公司', area: '220100' },
  reason: '更名',
  effectiveFrom: '2026-02-01',
  sameUscc: null,
};
const corrected = {
  type: 'OrganisationCorrected' as const,
  data: {
    organisation: 'org-lead',
    changes: { name: '吉林先进材料集团有限公司' },
    reason: '更名',
    word: { basis: 'self', organisation: 'org-lead' },
    effectiveFrom: '2026-02-01',
  },
  effectiveAt: '2026-01-31T16:00:00.000Z',
};
const reassign: OrganisationCommand = {
  type: 'ReassignCompetentUnit',
  competentUnit: 'org-unit-2',
  reason: '隶属关系调整',
  documentNumber: '吉发改〔2026〕1号',
  competentUnitKnown: true,
  effectiveFrom: '2026-03-01',
};
const known = spec.given(registered);

describe('a competent unit that is not in the register', () => {
  it('is named by no entry and takes over none', () => {
    const unknown = { competentUnitKnown: false };
    spec
      .given()
      .when({ ...register, ...unknown }, { actor: pdrc })
      .refuses('competent-unit-unknown');
    known.when({ ...reassign, ...unknown }, { actor: pdrc }).refuses('competent-unit-unknown');
  });
});

describe('an organisation is registered', () => {
  it('by the PDRC, with a contact in the personal part', () => {
    const contact = { subject: 'contact-1', content: { name: '张三' } };
    spec
      .given()
      .when({ ...register, contact }, { actor: pdrc })
      .records({ ...registered, personal: contact });
  });

  it.each([
    ['itself', lead, profile, 'self'],
    [
      'its lead unit as a member',
      { ...lead, organisation: 'org-other' },
      { ...profile, competentUnit: null },
      'declared',
    ],
  ] as const)('on the word of %s', (_who, actor, entry, basis) => {
    spec
      .given()
      .when({ ...register, profile: entry }, { actor })
      .records({
        ...registered,
        data: { ...registered.data, ...entry, word: { basis, organisation: actor.organisation } },
      });
  });

  it('as its own competent unit, where it is a 中省直 unit', () => {
    const own = { ...profile, kind: 'provincial-unit', competentUnit: 'org-lead' };
    const { result } = spec.given().when({ ...register, profile: own }, { actor: pdrc });
    expect('accepted' in result).toBe(true);
  });
});

describe('a registration is refused', () => {
  const cases: readonly (readonly [string, Partial<RegisterOrganisation>, string])[] = [
    ['with a wrong USCC', { profile: { ...profile, uscc: '91310115MA1G4L1WXK' } }, 'uscc-invalid'],
    ['under a USCC that is taken', { sameUscc: 'org-other' }, 'uscc-registered'],
    ['of an unknown kind', { profile: { ...profile, kind: 'club' } }, 'organisation-kind-unknown'],
    ['in an area that is none', { profile: { ...profile, area: '999999' } }, 'area-unknown'],
    [
      'under an area code that no longer holds',
      { profile: { ...profile, area: '220381' } },
      'area-not-in-force',
    ],
    ['as its own parent', { profile: { ...profile, parent: 'org-lead' } }, 'parent-is-itself'],
    [
      'with a parent said to be unknown',
      { profile: { ...profile, parent: 'org-p', parentKnown: false } },
      'parent-contradicts',
    ],
    [
      'as an enterprise that answers to itself',
      { profile: { ...profile, competentUnit: 'org-lead' } },
      'own-competent-unit',
    ],
    ['from a day that is none', { effectiveFrom: '2026-02-30' }, 'date-invalid'],
  ];

  it.each(cases)('%s', (_why, change, code) => {
    spec
      .given()
      .when({ ...register, ...change }, { actor: pdrc })
      .refuses(code);
  });

  it('twice', () => {
    known.when(register, { actor: pdrc }).refuses('organisation-exists');
  });

  it('to a role that registers nothing, and to a member for another', () => {
    spec
      .given()
      .when(register, { actor: { ...lead, role: 'expert' } })
      .refuses('not-permitted');
    spec.given().when(register, { actor: member }).refuses('not-permitted');
  });

  it('when a lead unit names the competent unit of another', () => {
    spec
      .given()
      .when(register, { actor: { ...lead, organisation: 'org-other' } })
      .refuses('declared-competent-unit');
  });
});

describe('a correction', () => {
  it('holds from its effective date and says on whose word', () => {
    known.when(correct, { actor: lead }).records(corrected);
  });

  it('never touches the competent unit', () => {
    expect(JSON.stringify(corrected)).not.toContain('competentUnit');
  });

  it.each([
    ['that changes nothing', { changes: { name: profile.name } }, lead, 'correction-empty'],
    ['before the entry takes effect', { effectiveFrom: '2025-12-31' }, lead, 'effective-before-registration'],
    ['from a day that is none', { effectiveFrom: 'soon' }, lead, 'date-invalid'],
    ['to a wrong USCC', { changes: { uscc: '91310115MA1G4L1WXK' } }, lead, 'uscc-invalid'],
    ['by another organisation', {}, { ...lead, organisation: 'org-other' }, 'not-permitted'],
    ['by the competent unit', {}, unit, 'not-permitted'],
  ] as const)('is refused %s', (_why, change, actor, code) => {
    known.when({ ...correct, ...change }, { actor }).refuses(code);
  });

  it('is refused for an organisation that is not registered', () => {
    spec.given().when(correct, { actor: pdrc }).refuses('organisation-unknown');
  });
});

describe('the competent unit', () => {
  it('is reassigned by a recorded act of the PDRC', () => {
    known.when(reassign, { actor: pdrc }).records({
      type: 'OrganisationCompetentUnitReassigned',
      data: {
        organisation: 'org-lead',
        competentUnit: 'org-unit-2',
        reason: '隶属关系调整',
        documentNumber: '吉发改〔2026〕1号',
        effectiveFrom: '2026-03-01',
      },
      effectiveAt: '2026-02-28T16:00:00.000Z',
    });
  });

  it.each([
    ['to others', reassign, lead, 'not-permitted'],
    ['to the unit it is under', { ...reassign, competentUnit: 'org-unit' }, pdrc, 'competent-unit-unchanged'],
    ['to an enterprise itself', { ...reassign, competentUnit: 'org-lead' }, pdrc, 'own-competent-unit'],
  ] as const)('is refused %s', (_why, command, actor, code) => {
    known.when(command, { actor }).refuses(code);
  });
});

describe('the entry as of a day', () => {
  const state = spec
    .given(registered, corrected, {
      type: 'OrganisationCompetentUnitReassigned',
      data: {
        organisation: 'org-lead',
        competentUnit: 'org-unit-2',
        reason: '隶属关系调整',
        documentNumber: null,
        effectiveFrom: '2026-01-15',
      },
    })
    .state();

  it('holds what was in force then', () => {
    if (state.status !== 'registered') throw new Error('not registered');
    const at = (day: string) => profileAsOf(state, day);
    expect(at('2026-01-10')).toEqual(profile);
    expect(at('2026-01-20')).toEqual({ ...profile, competentUnit: 'org-unit-2' });
    expect(at('2026-02-01')).toEqual({
      ...profile,
      name: '吉林先进材料集团有限公司',
      competentUnit: 'org-unit-2',
    });
    expect(profileAsOf(state, '2026-02-01', '2000-01-01T00:00:00.000Z')).toEqual(profile);
  });
});
