/** What anyone may know. Making a fact public means adding it here, and that is meant to be a deliberate act. */
import { allEvents } from './all-events.ts';
import { AreaCode, Code, DateText, Fen, Hash, Id, InstantText, NameText } from './common.ts';
import { ReportingPeriod } from './construction/parts.ts';
import { DesignatedEntity } from './registry/parts.ts';

/** Every public fact by event; see docs/decisions/0206. */
const publicFacts: Readonly<Record<string, string>> = {
  'intake ApplicationApproved v1':
    'caseId decisionId leadUnit competentUnit province field proposedName englishName constructionMonths policyId policyHash area filedAt acceptedAt',
  'construction ProjectStarted v1':
    'caseId decisionId leadUnit competentUnit province field proposedName englishName approvedAt constructionMonths dueAt policyId policyHash publicPlannedFen',
  'construction ProgressReported v1': 'period publicSpendFen',
  'construction ProgressCorrected v1': 'period publicSpendFen',
  'construction AdjustmentApproved v1': 'number decisionId dueAt publicPlannedFen',
  'construction AcceptancePassed v1':
    'caseId decisionId proposedName englishName leadUnit competentUnit province area field effectiveDate policyId policyHash',
  'construction FormationApprovalRevoked v1':
    'caseId decisionId proposedName leadUnit competentUnit province effectiveDate',
  'registry CenterDesignated v1':
    'caseId nameZh nameEn leadUnit competentUnit province area field entity effectiveDate decisionId policyId policyHash',
  'registry PlaqueNumbered v1': 'year serial number',
  'registry PlaqueAwarded v1': 'awardedOn',
  'registry CenterCompetentUnitReassigned v1': 'competentUnit previous effectiveDate',
  'registry CenterCorrected v1': 'nameZh nameEn leadUnit area field entity effectiveDate',
};

/** Kinds of content that cannot hold what a person typed, or a person. */
const plainKinds = [
  ...[AreaCode, Code, DateText, Fen, Hash, Id, InstantText, NameText],
  DesignatedEntity,
  ReportingPeriod,
].map((kind) => JSON.stringify(kind));

/** Identifiers all look alike, so those of persons, and judgements, are told by name. */
const telltale =
  /director|person|subject|signer|contact|handler|approver|expert|reason|opinion|score|rank|merit/i;

const places = allEvents.flatMap((event) =>
  Object.entries(event.fields)
    .filter(([, { reach }]) => reach === 'public')
    .map(([field]) => ({ event, field })),
);

const distance = { journal: 0, integration: 1, public: 2 };

it('is a closed list', () => {
  const found: Record<string, string> = {};
  for (const { event, field } of places) {
    const name = `${event.service} ${event.type} v${event.version}`;
    found[name] = found[name] === undefined ? field : `${found[name]} ${field}`;
  }
  expect(found).toEqual(publicFacts);
});

it('holds no typed text, no person and no judgement', () => {
  const wrong = places.filter(({ event, field }) => {
    const schema = event.data.properties[field];
    const isNumber = schema !== undefined && 'type' in schema && schema.type === 'integer';
    const isText = schema !== undefined && 'type' in schema && JSON.stringify(schema) === '{"type":"string"}';
    const isPlain = isNumber || plainKinds.includes(JSON.stringify(schema)) || (isText && field === 'number');
    return !isPlain || telltale.test(field);
  });
  expect(wrong.map(({ event, field }) => `${event.type}.${field}`)).toEqual([]);
});

it('lets an event travel as far as its farthest field', () => {
  const wrong = allEvents.filter(({ reach, fields }) => {
    const farthest = Math.max(...Object.values(fields).map((audience) => distance[audience.reach]));
    return farthest !== distance[reach];
  });
  expect(wrong.map(({ type }) => type)).toEqual([]);
});
