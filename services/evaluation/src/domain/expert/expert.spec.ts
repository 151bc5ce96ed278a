import { deciderSpec } from '@iic/event-sourcing/testing';
import { expert, handler, decider as pdrcDecider } from '../testing/people.ts';
import { play } from '../testing/play.ts';
import type { ExpertCommand } from './commands.ts';
import type { ExpertParticulars } from './events.ts';
import { expertAggregate } from './expert.ts';

const spec = deciderSpec(expertAggregate.decider);
const particulars: ExpertParticulars = {
  employer: 'org-university',
  employerParent: null,
  ties: [{ organisation: 'org-firm', kind: 'consultant' }],
  stated: ['employer', 'ties'],
  fields: ['new-materials'],
  qualifications: ['external', 'technical'],
};
const register = {
  type: 'RegisterExpert',
  expertId: 'expert-1',
  particulars,
  person: { name: '张三', phone: '000' },
} as const satisfies ExpertCommand;
const registered = play(expertAggregate.decider, [], [register, handler]);
const suspend = { type: 'SuspendExpert', reason: '逾期未履职' } as const;
const reinstate = { type: 'ReinstateExpert', reason: '已说明情况' } as const;
const suspended = play(expertAggregate.decider, registered, [suspend, handler]);

describe('registering an expert', () => {
  it('keeps name and contacts encrypted under the pseudonymous id', () => {
    spec
      .given()
      .when(register, { actor: handler })
      .records({
        type: 'ExpertRegistered',
        data: { expertId: 'expert-1', ...particulars },
        personal: { subject: 'expert-1', content: { name: '张三', phone: '000' } },
      });
  });

  it('is done once, by a handler', () => {
    spec
      .given(...registered)
      .when(register, { actor: handler })
      .refuses('expert-exists');
    spec.given().when(register, { actor: pdrcDecider }).refuses('role-may-not');
    spec
      .given()
      .when(register, { actor: expert('expert-1') })
      .refuses('role-may-not');
  });

  it.each<[string, Partial<ExpertParticulars>, string]>([
    ['an employer that was not stated', { stated: ['ties'] }, 'expert-particulars-contradict'],
    ['a parent that was not stated', { employerParent: 'org-x' }, 'expert-particulars-contradict'],
    ['ties that were not stated', { stated: ['employer'] }, 'expert-particulars-contradict'],
    ['something that cannot be stated', { stated: ['horoscope'] }, 'expert-stated-unknown'],
  ])('refuses %s', (_name, change, code) => {
    spec
      .given()
      .when({ ...register, particulars: { ...particulars, ...change } }, { actor: handler })
      .refuses(code);
  });
});

describe('revising an expert', () => {
  const changed: ExpertParticulars = { ...particulars, employer: null, ties: [] };
  const revise = { type: 'ReviseExpert', particulars: changed, reason: '退休' } as const;

  it('replaces the particulars', () => {
    spec
      .given(...registered)
      .when(revise, { actor: handler })
      .records({
        type: 'ExpertRevised',
        data: { ...changed, reason: '退休' },
      });
    const revised = play(expertAggregate.decider, suspended, [revise, handler]);
    expect(spec.given(...revised).state()).toEqual({
      status: 'suspended',
      expertId: 'expert-1',
      province: '220000',
      particulars: changed,
    });
  });

  it('may be done by the expert itself, name and contacts included', () => {
    spec
      .given(...registered)
      .when({ ...revise, person: { name: '张三', phone: '111' } }, { actor: expert('expert-1') })
      .records({
        type: 'ExpertRevised',
        data: { ...changed, reason: '退休' },
        personal: { subject: 'expert-1', content: { name: '张三', phone: '111' } },
      });
  });

  it('is nobody else’s, and grants no qualification', () => {
    spec
      .given(...registered)
      .when(revise, { actor: expert('expert-2') })
      .refuses('expert-not-yours');
    const promoted = { ...particulars, qualifications: ['external', 'finance'] };
    spec
      .given(...registered)
      .when({ ...revise, particulars: promoted }, { actor: expert('expert-1') })
      .refuses('qualifications-not-self-granted');
    const reordered = { ...particulars, qualifications: ['technical', 'external'] };
    const { result } = spec
      .given(...registered)
      .when({ ...revise, particulars: reordered }, { actor: expert('expert-1') });
    expect(result).toHaveProperty('accepted');
  });

  it('is consistent, and about a registered expert', () => {
    const contradicting = { ...particulars, stated: [] };
    spec
      .given(...registered)
      .when({ ...revise, particulars: contradicting }, { actor: handler })
      .refuses('expert-particulars-contradict');
    spec.given().when(revise, { actor: handler }).refuses('expert-unknown');
  });
});

describe('suspending an expert', () => {
  it('and reinstating are recorded with a reason', () => {
    spec
      .given(...registered)
      .when(suspend, { actor: handler })
      .records({ type: 'ExpertSuspended', data: { reason: '逾期未履职' } });
    spec
      .given(...suspended)
      .when(reinstate, { actor: handler })
      .records({ type: 'ExpertReinstated', data: { reason: '已说明情况' } });
    const back = play(expertAggregate.decider, suspended, [reinstate, handler]);
    expect(spec.given(...back).state()).toMatchObject({ status: 'available' });
  });

  it('are done once each', () => {
    spec
      .given(...suspended)
      .when(suspend, { actor: handler })
      .refuses('expert-already-suspended');
    spec
      .given(...registered)
      .when(reinstate, { actor: handler })
      .refuses('expert-not-suspended');
    for (const command of [suspend, reinstate])
      spec.given().when(command, { actor: handler }).refuses('expert-unknown');
  });
});
