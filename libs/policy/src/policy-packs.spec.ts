import {
  getReviewKind,
  jilin2020,
  NotInPolicyPack,
  type PolicyPack,
  PolicyPackConflict,
  PolicyPacks,
  policyIdentity,
  policyReference,
  UnknownPolicyPack,
} from './index.ts';
import { samplePolicyDocument } from './testing/index.ts';

function edition(version: number, changes: Partial<PolicyPack> = {}): PolicyPack {
  return { ...samplePolicyDocument(), version, ...changes };
}

describe('the packs of a deployment', () => {
  const packs = new PolicyPacks([jilin2020, edition(1), edition(3), edition(2)]);

  it('are found by id in their newest edition', () => {
    expect(packs.get('sample-province-2031').version).toBe(3);
    expect(packs.find('elsewhere')).toBeUndefined();
    expect(() => packs.get('elsewhere')).toThrow(UnknownPolicyPack);
  });

  it('are found by the hash a case is pinned to, whatever came later', () => {
    const pinned = policyIdentity(edition(1));
    expect(packs.getPinned(pinned).version).toBe(1);
    expect(() => packs.getPinned({ ...pinned, hash: 'f'.repeat(64) })).toThrow(
      /not loaded. Loaded: jilin-2020/,
    );
    expect(() => packs.getPinned({ ...pinned, id: 'jilin-2020' })).toThrow(UnknownPolicyPack);
  });

  it('must not claim one edition with two contents; the same one twice counts once', () => {
    expect(new PolicyPacks([jilin2020, jilin2020]).all()).toHaveLength(1);
    expect(() => new PolicyPacks([edition(1), edition(1, { tiers: [] })])).toThrow(PolicyPackConflict);
  });

  it.each([
    ['220000', '2020-05-26', undefined],
    ['220000', '2020-05-27', 'jilin-2020'],
    ['220000', '2099-12-31', 'jilin-2020'],
    ['990000', '2031-01-31', undefined],
    ['990000', '2031-02-01', 'sample-province-2031'],
    ['990000', '2036-01-31', 'sample-province-2031'],
    ['990000', '2036-02-01', undefined],
  ])('in force in %s on %s: %s', (province, date, id) => {
    expect(packs.findInForce(province, date)?.id).toBe(id);
  });

  it('prefer the regulation that came into force last, in its newest edition', () => {
    const { regulation } = samplePolicyDocument();
    const later = { id: 'sample-province-2033', regulation: { ...regulation, effectiveFrom: '2033-01-01' } };
    const both = new PolicyPacks([edition(2, later), edition(9), edition(1, later)]);
    expect(both.findInForce('990000', '2032-12-31')?.id).toBe('sample-province-2031');
    expect(both.findInForce('990000', '2033-01-01')).toMatchObject({ id: later.id, version: 2 });
  });

  it('cannot be changed once loaded', () => {
    const pack = edition(1);
    new PolicyPacks([pack]);
    expect(() => Object.assign(pack.regulation, { trial: true })).toThrow(TypeError);
  });
});

describe('a pack’s identity', () => {
  it('does not depend on the order of members and follows every value', () => {
    const pack = samplePolicyDocument();
    const reversed = Object.fromEntries(Object.entries(pack).reverse());
    expect(policyIdentity({ ...pack, ...reversed })).toEqual(policyIdentity(pack));
    expect(policyIdentity({ ...pack, tiers: [] }).hash).not.toBe(policyIdentity(pack).hash);
  });

  it('is not remembered for a pack that may still change', () => {
    const pack = { ...samplePolicyDocument() };
    const before = policyIdentity(pack).hash;
    Object.assign(pack, { version: 2 });
    expect(policyIdentity(pack).hash).not.toBe(before);
  });

  it('is what an event cites', () => {
    expect(policyReference(jilin2020, 'Art. 15')).toEqual({
      ...policyIdentity(jilin2020),
      article: 'Art. 15',
    });
  });
});

describe('a look into a pack', () => {
  it('says what there is instead of what was asked for', () => {
    expect(() => getReviewKind(jilin2020, 'beauty')).toThrow(NotInPolicyPack);
    expect(() => getReviewKind(jilin2020, 'beauty')).toThrow(/has: formation, acceptance, operation/);
  });
});
