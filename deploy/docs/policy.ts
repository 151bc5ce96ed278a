import { describePolicyPack, jilin2020, type PolicyPack, policyIdentity } from '@iic/policy';
import { code, type Documents, page, table } from './markdown.ts';

/** Units that say what sort of value it is, not how much of what. */
const kinds: ReadonlySet<string> = new Set(['switch', 'interval', 'day-of-year']);

/** Shown in the order of the pack, a section for each of its members. */
function ruleSections(pack: PolicyPack): readonly string[] {
  const rows = describePolicyPack(pack);
  const groups = [...new Set(rows.map(({ rule }) => groupOf(rule)))];
  return groups.map((group) => {
    const members = rows
      .filter(({ rule }) => groupOf(rule) === group)
      .map(({ rule, value, unit, origin, strength, note }) => [
        code(rule.slice(group.length + 1) || rule),
        kinds.has(unit) ? value : `${value} ${unit}`.trim(),
        origin,
        strength,
        note === null ? '' : `${note.zh}<br>${note.en}`,
      ]);
    return `## ${group}\n\n${table(['Rule', 'Value', 'Origin', 'Binds', 'Note'], members)}`;
  });
}

function groupOf(rule: string): string {
  return rule.split('.', 1)[0] ?? rule;
}

function articles({ articles: list }: PolicyPack): string {
  const rows = list.map(({ reference, title }) => [code(reference), title.zh, title.en]);
  return `## Articles\n\nAs origins and decisions cite them.\n\n${table(['Reference', '中文', 'English'], rows)}`;
}

function particulars(pack: PolicyPack): string {
  const { regulation, province, confirmation } = pack;
  return table(
    ['', ''],
    [
      ['Regulation', `${regulation.title.zh} / ${regulation.title.en}`],
      ['Document', regulation.documentNumber],
      ['In force', `from ${regulation.effectiveFrom} until ${regulation.effectiveUntil ?? 'further notice'}`],
      ['Province', code(province)],
      ['Hash', code(policyIdentity(pack).hash)],
      [
        'Confirmed by the authority',
        confirmation === null
          ? 'not yet'
          : `${confirmation.by.en}, ${confirmation.on}, ${confirmation.reference}`,
      ],
    ],
  );
}

/** The policy pack in words: every rule with its value, where it comes from, and how it binds. */
export function policyDocuments(): Documents {
  const text = page(
    `Policy pack ${jilin2020.id}, version ${jilin2020.version}`,
    'The rules of a province as data. A case keeps the edition it was opened under; a decision names its hash. How to change one: [add a rule](../how-to/add-a-rule.md).',
    'Origin is where a rule stands: in an article, in an interpretation of one, or nowhere but in this platform (`platform default`). A decision that relies on one of the latter two needs a stated reason. `hard` blocks, `needs-justification` blocks until a reason is given, `advisory` only informs.',
    particulars(jilin2020),
    articles(jilin2020),
    ...ruleSections(jilin2020),
  );
  return { 'policy-pack.md': text };
}
