import { act, type Scene } from './scene.ts';
import { today } from './today.ts';

interface DecisionView {
  readonly id: string;
  readonly status: string;
  readonly subjectHash: string;
  readonly kind: string;
  readonly preparation?: { readonly preparation: number };
  readonly number?: { readonly number: string } | null;
}

interface DecisionsPage {
  readonly items: readonly DecisionView[];
}

/** What the PDRC is to say. */
export interface Ruling {
  readonly kind: 'formation' | 'acceptance' | 'adjustment';
  readonly outcome: string;
  readonly reasons: string;
  readonly article: string;
  /** Approvals that take the decision. */
  readonly approvals: number;
}

/** Prepares and approves the open decision of a kind in a case; resolves with its id and number. */
export async function decide(
  scene: Scene,
  caseId: string,
  ruling: Ruling,
): Promise<{ id: string; number: string }> {
  const { api, cast, tell } = scene;
  const { kind, outcome, reasons, article, approvals } = ruling;
  const list = `/evaluation/decisions?caseId=${caseId}&kind=${kind}`;
  const { items } = await api.until<DecisionsPage>(cast.handler, list, (page) => page.items.length > 0);
  const [decision] = items;
  if (decision === undefined) throw new Error(`There is no ${kind} decision of case ${caseId}.`);
  const path = `/evaluation/decisions/${decision.id}`;
  const body = { outcome, reasons, justifications: [], subjectHash: decision.subjectHash };
  await act(
    scene,
    cast.handler,
    `${decision.id}-prepare`,
    `${path}/preparations`,
    body,
    `prepares the decision “${outcome}” 拟定决定`,
    article,
  );
  for (const [index, decider] of cast.deciders.slice(0, approvals).entries()) {
    const approval = { preparation: 1, subjectHash: decision.subjectHash };
    await act(
      scene,
      decider,
      `${decision.id}-approve-${index}`,
      `${path}/approvals`,
      approval,
      'approves 批准',
      article,
    );
  }
  const numbered = await api.until<DecisionView>(
    cast.handler,
    path,
    ({ number }) => typeof number?.number === 'string',
  );
  const number = numbered.number?.number ?? '';
  tell('platform', `decision taken: ${kind} ${outcome}, number ${number} 决定编号`, article);
  return { id: decision.id, number };
}

/** Records the official document (文号) that carries decisions. */
export async function issueDocument(
  scene: Scene,
  step: string,
  document: { readonly title: string; readonly decisions: readonly string[]; readonly addressee: string },
): Promise<void> {
  const { cast, run } = scene;
  const issuedOn = today();
  const serial =
    1 + (Number.parseInt(run.replace(/\D/g, '').slice(-6) || '0', 10) * 2 + (step.endsWith('2') ? 1 : 0));
  const year = Number(issuedOn.slice(0, 4));
  const body = {
    form: 'reply',
    agencyCode: `吉发改高技示例${run}`,
    year,
    serial,
    issuedOn,
    ...document,
  };
  await act(
    scene,
    cast.handler,
    step,
    '/evaluation/documents',
    body,
    `issues the reply 印发批复 ${body.agencyCode}〔${year}〕${serial}号`,
  );
}
