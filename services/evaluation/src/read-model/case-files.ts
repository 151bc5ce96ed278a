import {
  type Collection,
  type DocumentDatabase,
  defineCollection,
  isVersionConflict,
} from '@iic/read-models';

/** What evaluation remembers of a case: the policy pack it is pinned to, and the name it strives for. */
export interface CaseFile {
  readonly proposedName: string;
  readonly policy: { readonly id: string; readonly hash: string };
}

/** What evaluation remembers of an organisation: its name and its place in the hierarchy. */
export interface KnownOrganisation {
  readonly name: string;
  readonly parent: string | null;
  readonly parentKnown: boolean;
  /** Revision of the last event of the organisation's stream that is in here. */
  readonly revision: number;
}

const caseFiles = defineCollection<CaseFile>()({ name: 'case-files', version: 1, fields: {}, sorts: {} });
const organisations = defineCollection<KnownOrganisation>()({
  name: 'known-organisations',
  version: 1,
  fields: {},
  sorts: {},
});

/** Facts of other services that this one looks up, kept from their messages. */
export class OtherFacts {
  readonly #cases: Collection<CaseFile>;
  readonly #organisations: Collection<KnownOrganisation>;

  constructor(database: DocumentDatabase) {
    this.#cases = database.collection(caseFiles);
    this.#organisations = database.collection(organisations);
  }

  async findCase(caseId: string): Promise<CaseFile | undefined> {
    return (await this.#cases.get(caseId))?.doc;
  }

  /** Keeps the first word on a case; its policy never changes without a decision. */
  async keepCase(caseId: string, file: CaseFile): Promise<void> {
    await this.#cases.put(caseId, file, 0).catch((error: unknown) => {
      if (!isVersionConflict(error)) throw error;
    });
  }

  async findOrganisation(id: string): Promise<KnownOrganisation | undefined> {
    return (await this.#organisations.get(id))?.doc;
  }

  /** Applies a later event of the organisation's stream; an earlier one changes nothing. */
  async keepOrganisation(
    id: string,
    revision: number,
    changes: Partial<Omit<KnownOrganisation, 'revision'>>,
  ): Promise<void> {
    const stored = await this.#organisations.get(id);
    const before = stored?.doc ?? { name: id, parent: null, parentKnown: false, revision: -1 };
    if (before.revision >= revision) return;
    await this.#organisations.put(id, { ...before, ...changes, revision }, stored?.version ?? 0);
  }
}
