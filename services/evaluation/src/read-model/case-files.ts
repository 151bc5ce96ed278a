import { type Collection, type DocumentDatabase, defineCollection } from '@iic/read-models';

/** What evaluation remembers of a case: the policy pack it is pinned to, and the name it strives for. */
export interface CaseFile {
  readonly proposedName: string;
  /** When the message that gave the name was recorded. */
  readonly namedAt: string;
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

/** Facts of other services that this one looks up, kept from their messages where the consumer state is. */
export class OtherFacts {
  readonly #cases: Collection<CaseFile>;
  readonly #organisations: Collection<KnownOrganisation>;
  readonly #database: DocumentDatabase;

  /** Closes the database with itself. */
  constructor(database: DocumentDatabase) {
    this.#database = database;
    this.#cases = database.collection(caseFiles);
    this.#organisations = database.collection(organisations);
  }

  async findCase(caseId: string): Promise<CaseFile | undefined> {
    return (await this.#cases.get(caseId))?.doc;
  }

  /** Keeps the first policy of a case, which never changes without a decision, and the newest name. */
  async keepCase(caseId: string, file: CaseFile): Promise<void> {
    const stored = await this.#cases.get(caseId);
    if (stored !== undefined && stored.doc.namedAt >= file.namedAt) return;
    const { policy } = stored?.doc ?? file;
    await this.#cases.put(caseId, { ...file, policy }, stored?.version ?? 0);
  }

  close(): Promise<void> {
    return this.#database.close();
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
