import { createHash } from 'node:crypto';
import type { Person } from './api-client.ts';
import type { Expert } from './cast.ts';
import { act, documentHash, type Scene } from './scene.ts';
import { today } from './today.ts';

interface ReviewView {
  readonly status: string;
  readonly panel?: readonly { readonly member: { readonly expertId: string } }[];
}

interface DrawView {
  readonly attempts: readonly {
    readonly seeds: readonly { readonly seed: string | null }[];
    readonly pool: readonly { readonly commitment: string }[] | null;
    readonly order: readonly string[] | null;
  }[];
}

type Kind = 'formation' | 'acceptance';

const article = { formation: 'Art. 15', acceptance: 'Art. 17' } as const;
const criteria = [
  'clear-goals',
  'good-foundations',
  'outstanding-scale',
  'clear-organisation',
  'sound-mechanisms',
];

/** Enters the experts of the run into the register. */
export async function registerExperts({ api, cast, tell }: Scene): Promise<void> {
  for (const expert of cast.experts) {
    await api.command(cast.handler, `register-${expert.id}`, 'POST', '/evaluation/experts', {
      expertId: expert.id,
      particulars: {
        employer: expert.employer,
        employerParent: null,
        ties: [],
        stated: ['employer', 'employer-parent', 'ties'],
        fields: [],
        qualifications: expert.qualifications,
      },
      person: { name: '示例专家', telephone: '0431-00000000' },
    });
  }
  tell(cast.handler, `registers ${cast.experts.length} experts 专家入库`);
}

/** The first review of a kind in a case, from the draw to the conclusion. */
export async function conductReview(scene: Scene, kind: Kind, caseId: string): Promise<void> {
  const { api, cast, tell } = scene;
  const reviewId = `${caseId}-${kind}-1`;
  const path = `/evaluation/reviews/${reviewId}`;
  await api.until<ReviewView>(cast.handler, path, ({ status }) => status !== 'none');
  tell('platform', `opens the ${kind} review 启动评审 ${reviewId}`, article[kind]);
  await draw(scene, reviewId);
  const panel = await seatPanel(scene, kind, reviewId);
  await readSubject(scene, kind, caseId, panel);
  await judge(scene, kind, reviewId, panel);
  await act(
    scene,
    cast.handler,
    `${reviewId}-conclude`,
    `${path}/conclusion`,
    {},
    'concludes the review 评审结束',
    article[kind],
  );
}

/** Two persons commit to seeds, the pool is frozen, the seeds are opened: anyone can recompute the order. */
async function draw(scene: Scene, reviewId: string): Promise<void> {
  const { api, cast, run } = scene;
  const path = `/evaluation/reviews/${reviewId}`;
  const holders = [
    { who: cast.handler, subject: `p-handler-${run}` },
    { who: cast.secondSeedHolder, subject: `p-seed-${run}` },
  ].map((holder) => ({ ...holder, seed: sha256(`seed ${reviewId} ${holder.subject}`) }));
  for (const { who, subject, seed } of holders) {
    const commitment = sha256(['iic-draw-seed/1', reviewId, 1, subject, seed].join('\n'));
    await act(
      scene,
      who,
      `${reviewId}-commit-${subject}`,
      `${path}/seed-commitments`,
      { commitment },
      'commits to a seed 承诺随机种子',
    );
  }
  const experts = cast.experts.map(({ id }) => id);
  await act(
    scene,
    cast.handler,
    `${reviewId}-pool`,
    `${path}/pool`,
    { experts },
    'freezes the pool of candidates 冻结候选专家',
  );
  for (const { who, subject, seed } of holders) {
    await act(
      scene,
      who,
      `${reviewId}-open-${subject}`,
      `${path}/seeds`,
      { seed },
      'opens the seed 公开随机种子',
    );
  }
  const record = await api.read<DrawView>(undefined, `${path}/draw`);
  const order = recomputedOrder(record);
  if (order.join() !== record.attempts.at(-1)?.order?.join())
    throw new Error(`The draw of ${reviewId} does not recompute.`);
  scene.tell('platform', `orders ${order.length} candidates; recomputed from ${path}/draw 抽取结果已复算`);
}

async function seatPanel(scene: Scene, kind: Kind, reviewId: string): Promise<readonly Expert[]> {
  const { api, cast } = scene;
  const path = `/evaluation/reviews/${reviewId}`;
  await act(
    scene,
    cast.handler,
    `${reviewId}-panel`,
    `${path}/panel`,
    {},
    'composes the panel in the drawn order 组成评审组',
    article[kind],
  );
  const { panel = [] } = await api.read<ReviewView>(cast.handler, path);
  const seated = panel.flatMap(({ member }) => cast.experts.filter(({ id }) => id === member.expertId));
  for (const expert of seated) {
    await api.command(expert, `${reviewId}-accept-${expert.id}`, 'POST', `${path}/invitation-acceptance`, {
      noConflict: true,
    });
  }
  scene.tell('platform', `${seated.length} members accept and declare no conflict 专家应邀并声明无利益冲突`);
  return seated;
}

/** Members read what they judge from the day they accept until the review ends. */
async function readSubject(
  { api, cast, tell }: Scene,
  kind: Kind,
  caseId: string,
  panel: readonly Expert[],
): Promise<void> {
  const { status } = await api.read<ReviewView>(cast.handler, `/evaluation/reviews/${caseId}-${kind}-1`);
  // A resumed run finds it closed to them again.
  if (status === 'concluded') return;
  const subject = kind === 'formation' ? '/intake/applications' : '/construction/projects';
  for (const expert of panel) await api.until(expert, `${subject}/${caseId}`, () => true);
  tell('platform', `opens the case to the ${panel.length} members 专家阅卷`, article[kind]);
}

async function judge(scene: Scene, kind: Kind, reviewId: string, panel: readonly Expert[]): Promise<void> {
  const { api, cast } = scene;
  const path = `/evaluation/reviews/${reviewId}`;
  const visit = {
    visitedOn: today(),
    place: '长春市高新区示例园区',
    participants: panel.map(({ id }) => id),
    reportHash: await documentHash(`visit report ${reviewId}`),
  };
  await recordVisit(scene, reviewId, visit, article[kind]);
  if (kind === 'formation') {
    for (const [index, expert] of panel.entries()) {
      const scores = criteria.map((criterion, at) => ({ criterion, points: 15 + ((index + at) % 4) }));
      await api.command(expert, `${reviewId}-score-${expert.id}`, 'POST', `${path}/scoresheet`, { scores });
    }
    scene.tell('platform', `${panel.length} scoresheets are in 专家评分完成`, article[kind]);
  }
  const opinionHash = await documentHash(`panel opinion ${reviewId}`);
  const opinion = { opinionHash, recommendation: 'favourable' };
  await act(
    scene,
    cast.handler,
    `${reviewId}-opinion`,
    `${path}/opinion`,
    opinion,
    'records the panel opinion 形成专家意见',
    article[kind],
  );
  for (const expert of panel) {
    await api.command(expert, `${reviewId}-sign-${expert.id}`, 'POST', `${path}/signatures`, {
      opinionHash,
      dissents: false,
    });
  }
  scene.tell('platform', `${panel.length} members sign the opinion 专家签名`);
}

async function recordVisit(scene: Scene, reviewId: string, visit: object, cited: string): Promise<void> {
  const who: Person = scene.cast.handler;
  await act(
    scene,
    who,
    `${reviewId}-visit`,
    `/evaluation/reviews/${reviewId}/site-visits`,
    visit,
    'records the site visit 实地考察',
    cited,
  );
}

/** The published algorithm `iic-draw/1`, from the public record alone. */
function recomputedOrder({ attempts }: DrawView): readonly string[] {
  const { seeds = [], pool } = attempts.at(-1) ?? {};
  const joined = seeds
    .map(({ seed }) => seed ?? '')
    .sort()
    .join('');
  return (pool ?? [])
    .map(({ commitment }) => ({ commitment, ticket: sha256(joined + commitment) }))
    .sort((left, right) => (left.ticket < right.ticket ? -1 : 1))
    .map(({ commitment }) => commitment);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
