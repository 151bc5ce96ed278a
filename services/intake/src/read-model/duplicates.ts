import type { intakeParts } from '@iic/contracts';
import { ServiceRuntime } from '@iic/service-kit';
import { Injectable } from '@nestjs/common';
import type { ApplicationCase } from '../domain/application/state.ts';
import { caseList } from './case-list.ts';

const shown = 20;

/** Finds cases that look like the same one: they are flagged, never dropped. */
@Injectable()
export class Duplicates {
  constructor(private readonly runtime: ServiceRuntime) {}

  /**
   * Other cases of the same USCC and field, or of the same name, as those were submitted last. When the list does not
   * answer, the submission goes on and the entry says `not-checked`.
   */
  async find(state: ApplicationCase): Promise<readonly intakeParts.Duplicate[]> {
    try {
      return [...(await this.#sameUnitAndField(state)), ...(await this.#sameName(state))];
    } catch (error) {
      this.runtime.log.warn({ err: error }, 'duplicates not checked');
      return [{ caseId: state.caseId, basis: 'not-checked' }];
    }
  }

  async #sameUnitAndField({ caseId, leadUnit, content }: ApplicationCase) {
    if (content.field === null) return [];
    const { items } = await this.runtime.projections.view(caseList).query({
      where: { submittedUscc: leadUnit.uscc, submittedField: content.field },
      limit: shown,
    });
    return items.filter(({ id }) => id !== caseId).map(({ id }) => ({ caseId: id, basis: 'uscc-and-field' }));
  }

  async #sameName({ caseId, content }: ApplicationCase) {
    if (content.name === null) return [];
    const { items } = await this.runtime.projections.view(caseList).query({
      where: { submittedName: content.name.zh.normalize('NFKC') },
      limit: shown,
    });
    return items.filter(({ id }) => id !== caseId).map(({ id }) => ({ caseId: id, basis: 'name' }));
  }
}
