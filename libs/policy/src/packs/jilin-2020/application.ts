import type { PolicyPack } from '../../policy-pack.ts';
import { ours, written } from './origins.ts';

type Lists = Pick<
  PolicyPack,
  'attachmentKinds' | 'conditions' | 'contributionForms' | 'legalForms' | 'investmentSources'
>;

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const scans = ['application/pdf', 'image/jpeg', 'image/png'];
const files = [...scans, docx];
const annex = written('annex 2');

/** What an application is made of besides its chapters. */
export const applicationLists: Lists = {
  attachmentKinds: [
    {
      code: 'business-licences',
      number: 1,
      title: { zh: '牵头单位、其他组建单位法人营业执照', en: 'Business licences of all members' },
      origin: annex,
      required: true,
      inManifest: true,
      mediaTypes: scans,
    },
    {
      code: 'charter',
      number: 2,
      title: { zh: '产业创新中心章程', en: 'Charter of the center' },
      origin: annex,
      required: true,
      inManifest: true,
      mediaTypes: files,
    },
    {
      code: 'supporting-files',
      number: 3,
      title: { zh: '其他配套文件', en: 'Supporting files' },
      origin: annex,
      required: true,
      inManifest: true,
      mediaTypes: files,
    },
    {
      code: 'evidence-of-results',
      number: 4,
      title: { zh: '前期科技成果证明文件', en: 'Evidence of earlier results' },
      origin: annex,
      required: true,
      inManifest: true,
      mediaTypes: files,
    },
    {
      code: 'truthfulness-commitment',
      number: 5,
      title: { zh: '对组建方案及相关附件的真实性承诺', en: 'Commitment to the truth of the plan' },
      origin: annex,
      required: true,
      inManifest: false,
      mediaTypes: scans,
    },
  ],
  conditions: [
    {
      code: 'clear-goals',
      number: 1,
      title: { zh: '目标定位明确', en: 'Clear goals' },
      origin: written('Art. 14(1)'),
    },
    {
      code: 'good-foundations',
      number: 2,
      title: { zh: '基础条件良好', en: 'Good foundations' },
      origin: written('Art. 14(2)'),
    },
    {
      code: 'outstanding-scale',
      number: 3,
      title: { zh: '规模优势突出', en: 'Outstanding scale' },
      origin: written('Art. 14(3)'),
    },
    {
      code: 'clear-organisation',
      number: 4,
      title: { zh: '组织体系清晰', en: 'Clear organisation' },
      origin: written('Art. 14(4)'),
    },
    {
      code: 'sound-mechanisms',
      number: 5,
      title: { zh: '运行机制健全', en: 'Sound mechanisms' },
      origin: written('Art. 14(5)'),
    },
  ],
  contributionForms: [
    { code: 'joint-funding', title: { zh: '共同出资', en: 'Joint funding' }, origin: written('Art. 7') },
    {
      code: 'collaborative-rd',
      title: { zh: '协作研发', en: 'Collaborative R&D' },
      origin: written('Art. 7'),
    },
    {
      code: 'technology-as-equity',
      title: { zh: '技术入股', en: 'Technology as equity' },
      origin: written('Art. 7'),
    },
    {
      code: 'platform-co-construction',
      title: { zh: '创新平台共建', en: 'Joint building of innovation platforms' },
      origin: written('Art. 7'),
    },
    {
      code: 'joint-talent-training',
      title: { zh: '人才联合培养', en: 'Joint training of talent' },
      origin: written('Art. 7'),
    },
  ],
  legalForms: [
    { code: 'company', title: { zh: '企业法人', en: 'Company' }, independent: true, origin: ours },
    {
      code: 'public-institution',
      title: { zh: '事业单位法人', en: 'Public institution' },
      independent: true,
      origin: ours,
    },
    {
      code: 'social-organisation',
      title: { zh: '社会服务机构（民办非企业单位）法人', en: 'Social service organisation' },
      independent: true,
      origin: ours,
    },
    {
      code: 'hosted',
      title: { zh: '依托单位内设（非独立法人）', en: 'Hosted by another legal person' },
      independent: false,
      origin: ours,
    },
  ],
  investmentSources: [
    { code: 'own-funds', title: { zh: '组建单位自有资金', en: 'Own funds of the members' }, origin: ours },
    {
      code: 'local-government',
      title: { zh: '地方资金', en: 'Local government funds' },
      origin: written('Art. 8'),
    },
    { code: 'social-capital', title: { zh: '社会资本', en: 'Social capital' }, origin: written('Art. 8') },
    {
      code: 'provincial-subsidy',
      title: { zh: '省级资金补助', en: 'Provincial subsidy' },
      origin: written('Art. 21'),
    },
    { code: 'national-funds', title: { zh: '国家资金', en: 'National funds' }, origin: ours },
    { code: 'bank-loan', title: { zh: '银行贷款', en: 'Bank loan' }, origin: ours },
    { code: 'other', title: { zh: '其他', en: 'Other' }, origin: ours },
  ],
};
