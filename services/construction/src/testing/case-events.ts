/** Other services' events of one case, for HTTP tests. */
import { policyIdentity, startOfDay } from '@iic/policy';
import type { TestPlatform } from '@iic/testing';
import { pack, start } from './project-fixtures.ts';

const handler = { role: 'pdrc-handler', organisation: 'org-pdrc', person: 'p-handler' } as const;

/** Records what intake and evaluation do about a case. */
export class CaseEvents {
  readonly #platform: TestPlatform;
  readonly #caseId: string;

  constructor(platform: TestPlatform, caseId: string) {
    this.#platform = platform;
    this.#caseId = caseId;
  }

  async approved(day: string): Promise<void> {
    const { type: _type, approvedAt: _approvedAt, ...approved } = start;
    await this.#record('intake', {
      type: 'ApplicationApproved',
      data: { ...approved, caseId: this.#caseId, version: 1 },
      effectiveAt: startOfDay(day),
    });
  }

  /** Takes the decision that the project waits for. */
  async decided(outcome: string, effectiveDate: string, conditions: object = {}): Promise<void> {
    const { decision } = await this.#view();
    const { id: policyId, hash: policyHash } = policyIdentity(pack);
    await this.#record('evaluation', {
      type: 'DecisionTaken',
      data: {
        ...decision,
        kind: 'acceptance',
        outcome,
        caseId: this.#caseId,
        subject: `project-${this.#caseId}`,
        subjectVersion: 1,
        leadUnit: 'org-lead',
        competentUnit: 'org-drc',
        province: '220000',
        reviewId: null,
        opinionHash: null,
        article: 'Art. 17',
        reasons: '理由',
        conditions,
        effectiveDate,
        handler: 'p-handler',
        approvers: ['p-decider'],
        merit: null,
        agency: 'jilin-drc',
        year: Number(effectiveDate.slice(0, 4)),
        policyId,
        policyHash,
      },
    });
  }

  /** Concludes the acceptance review that is under way. */
  async concluded(round: number): Promise<void> {
    const { acceptance } = await this.#view();
    await this.#record('evaluation', {
      type: 'ReviewConcluded',
      data: {
        reviewId: `${this.#caseId}-acceptance-${round}`,
        kind: 'acceptance',
        caseId: this.#caseId,
        sequence: round,
        subject: `project-${this.#caseId}`,
        subjectHash: acceptance.subjectHash,
        recommendation: 'unfavourable',
        opinionHash: '4'.repeat(64),
        averageScore: null,
        panelSize: 7,
      },
    });
  }

  async #view() {
    const path = `/construction/projects/${this.#caseId}`;
    return (await this.#platform.get(path, { as: handler })).body;
  }

  #record(source: string, event: Parameters<TestPlatform['record']>[3]): Promise<void> {
    return this.#platform.record(source, 'construction', this.#caseId, event);
  }
}
