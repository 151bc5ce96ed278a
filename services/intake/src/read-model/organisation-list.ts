import { type EventMeta, recordedEvent } from '@iic/event-sourcing';
import { defineCollection, defineProjection, type ProjectedEvent, searchKeys } from '@iic/read-models';
import type { OrganisationProfile } from '../domain/organisation/commands.ts';
import type { OrganisationEvent } from '../domain/organisation/events.ts';
import { organisationAggregate } from '../domain/organisation/organisation.ts';
import type { OrganisationState, RegisteredOrganisation } from '../domain/organisation/state.ts';

const prefix = `${organisationAggregate.category}-`;

/** Every profile the entry ever had or is to have. */
function profiles({ first, changes }: RegisteredOrganisation): readonly Partial<OrganisationProfile>[] {
  return [first, ...changes.map((change) => change.changes)];
}

function every(
  doc: RegisteredOrganisation,
  textOf: (profile: Partial<OrganisationProfile>) => string | null | undefined,
): readonly string[] {
  return profiles(doc).flatMap((profile) => textOf(profile) ?? []);
}

const organisationDocuments = defineCollection<RegisteredOrganisation>()({
  name: 'organisations',
  version: 1,
  fields: {
    uscc: { many: (doc) => every(doc, ({ uscc }) => uscc) },
    search: { many: (doc) => every(doc, ({ name }) => name).flatMap(searchKeys) },
    area: { many: (doc) => every(doc, ({ area }) => area) },
    kind: { many: (doc) => every(doc, ({ kind }) => kind) },
    competentUnit: { many: (doc) => every(doc, ({ competentUnit }) => competentUnit) },
    name: { plain: (doc) => every(doc, ({ name }) => name).at(-1) ?? null },
  },
  sorts: { name: { by: ['name'] } },
});

/** The register of organisations, found by anything an entry ever said. */
export const organisationList = defineProjection(organisationDocuments, {
  idsOf: ({ envelope }) => (envelope.stream.startsWith(prefix) ? [envelope.stream.slice(prefix.length)] : []),
  apply(doc, event) {
    const state: OrganisationState = doc ?? { status: 'unknown' };
    const next = organisationAggregate.decider.evolve(
      state,
      recordedEvent<OrganisationEvent>(event.envelope),
      metaOf(event),
    );
    return next.status === 'unknown' ? undefined : next;
  },
});

function metaOf({ envelope }: ProjectedEvent): EventMeta {
  const { id, revision, recordedAt, effectiveAt, actor } = envelope;
  return { id, revision, recordedAt, effectiveAt, actor };
}
