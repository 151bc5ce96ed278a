import { documentText, packageFiles } from '../testing/package-files.ts';
import { sampleDecision } from '../testing/sample-prints.ts';
import { composeDecision } from './compose-decision.ts';
import type { DecisionPrint } from './decision-model.ts';

async function lines(model: DecisionPrint): Promise<readonly string[]> {
  return (await documentText(await composeDecision(model))).split('\n').filter((line) => line.trim() !== '');
}

const coded = (code: string) => ({ code, title: { zh: `标题${code}`, en: `Title ${code}` } });

describe('composeDecision', () => {
  it('prints the elements of GB/T 9704 in their order', async () => {
    const printed = await lines(sampleDecision);
    const order = [
      '吉林省发展和改革委员会文件',
      '吉发改高技〔2026〕101号',
      '吉林省发展改革委关于吉林省高性能碳纤维复合材料产业创新中心组建方案的批复',
      '长春市发展和改革委员会（样例）：',
      '二、理由',
      '三、有关要求',
      '（一）自2026年11月24日起生效。',
      '（三）每半年报告一次组建进展。',
      '四、适用说明',
      '此复。',
      '附件：决定记录',
      '（印章）',
      '吉林省发展和改革委员会',
      '2026年11月24日',
      '附件',
      '决定记录',
      '抄送：省工业和信息化厅，省科学技术厅，省财政厅。',
      '吉林省发展和改革委员会办公室\t2026年11月25日印发',
    ];
    const places = order.map((line) => printed.indexOf(line));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((left, right) => left - right));
  });

  it('opens with the request and the provisions relied on', async () => {
    expect(await lines(sampleDecision)).toContain(
      '《关于申请组建吉林省高性能碳纤维复合材料产业创新中心的请示》（长发改高技〔2026〕12号）收悉。' +
        '根据《吉林省产业创新中心建设工作指引（试行）》（吉发改高技〔2020〕420号）第十五条，经研究，现批复如下：',
    );
  });

  it('gives what is outside the text of the regulation its reason', async () => {
    const printed = await lines({
      ...sampleDecision,
      reliances: [
        { origin: 'interpretation of Art. 17', justification: '理由甲。' },
        { origin: 'platform default', justification: '理由乙。' },
      ],
    });
    expect(printed).toContain('（一）适用第十七条（按解释适用）：理由甲。');
    expect(printed).toContain('（二）适用平台默认规则：理由乙。');
  });

  it.each([
    ['formation', 'declined', '不同意组建', '组建方案的批复'],
    ['adjustment', 'approved', '同意所报', '调整吉林省'],
    ['adjustment', 'declined', '不同意所报', '组建计划的批复'],
    ['acceptance', 'accepted', '正式核定为', '验收结果的批复'],
    ['acceptance', 'rectification', '限期改进', '验收结果的批复'],
    ['acceptance', 'not-accepted', '仍不合格', '验收结果的批复'],
    ['formation-revocation', 'revoked', '撤销吉林省', '组建批复的决定'],
    ['formation-revocation', 'rectification', '暂不撤销', '组建批复的决定'],
    ['acceptance', 'postponed', '标题acceptance：标题postponed。', '验收结果的批复'],
    ['merger', 'approved', '标题merger：标题approved。', '产业创新中心标题merger的决定'],
    ['constructor', 'approved', '标题constructor：标题approved。', '标题constructor的决定'],
  ])('words %s %s', async (kind, outcome, ruling, title) => {
    const printed = await lines({ ...sampleDecision, kind: coded(kind), outcome: coded(outcome) });
    expect(printed.find((line) => line.startsWith('一、'))).toContain(ruling);
    expect(printed[2]).toContain(title);
    expect(printed).toContain(title.endsWith('决定') ? '特此决定。' : '此复。');
  });

  it('prints conditions, and leaves out parts that say nothing', async () => {
    const printed = await lines({
      ...sampleDecision,
      reliances: [],
      conditions: { rectificationMonths: 6, newDueDate: '2027-05-31' },
    });
    expect(printed).toContain('（一）改进期限为6个月。');
    expect(printed).toContain('（二）完成期限为2027年5月31日。');
    expect(printed).not.toContain('四、适用说明');
    const { conditions, copies, printing, request, ...least } = sampleDecision;
    const plain = await lines(least);
    expect(plain).toContain('三、适用说明');
    expect(
      plain.some((line) => line.startsWith('抄送') || line.endsWith('印发') || line.includes('收悉')),
    ).toBe(false);
    expect([conditions, copies, printing, request]).not.toContain(undefined);
  });

  it('prints our own serial where there is no document number yet', async () => {
    const printed = await lines({ ...sampleDecision, number: { kind: 'serial', text: 'JL-2026-0007' } });
    expect(printed[1]).toBe('JL-2026-0007（平台决定编号，发文字号待编）');
  });

  it('numbers the attachments where there are more', async () => {
    const printed = await lines({ ...sampleDecision, attachments: ['专家论证意见'] });
    expect(printed).toEqual(expect.arrayContaining(['附件：1. 决定记录', '2. 专家论证意见', '附件1']));
  });

  it('records what was decided on and under which rules', async () => {
    const text = await documentText(await composeDecision(sampleDecision));
    const { record } = sampleDecision;
    for (const value of [
      record.subjectHash,
      record.opinionHash,
      record.policyHash,
      record.policyId,
      record.caseId,
    ]) {
      expect(text).toContain(value);
    }
    expect(text).toContain('第十五条　Art. 15');
  });

  it('numbers pages outside: odd to the right, even to the left', async () => {
    const files = await packageFiles(await composeDecision(sampleDecision));
    const footers = [...files]
      .filter(([name]) => name.startsWith('word/footer'))
      .map(([, xml]) => xml.toString());
    expect(footers.map((xml) => /<w:jc w:val="(\w+)"/.exec(xml)?.[1]).toSorted()).toEqual(['left', 'right']);
    expect(files.get('word/settings.xml')?.toString()).toContain('evenAndOddHeaders');
  });

  it('refuses a date it cannot print', async () => {
    await expect(composeDecision({ ...sampleDecision, date: '24.11.2026' })).rejects.toThrow(RangeError);
  });
});
