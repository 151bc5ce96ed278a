import type { ProblemCatalogue } from '@iic/event-sourcing';

export const expertProblems = {
  'expert-unknown': {
    kind: 'not-found',
    zh: '专家库中没有该专家。请核对编号，或先入库。',
    en: 'There is no such expert in the register. Check the identifier, or register the expert first.',
  },
  'expert-exists': {
    kind: 'conflict',
    zh: '该专家（{expertId}）已入库。如信息有变，请更新其信息。',
    en: 'The expert {expertId} is registered already. Revise the particulars instead.',
  },
  'expert-not-yours': {
    kind: 'forbidden',
    zh: '专家只能更新本人的信息。其他专家的信息请由省发展改革委经办人员更新。',
    en: 'An expert may revise nobody but itself. Ask a PDRC handler to revise another expert.',
  },
  'qualifications-not-self-granted': {
    kind: 'forbidden',
    zh: '专家资格（如外部、财务、管理人员）由省发展改革委经办人员认定，本人不能更改。请保留原资格，或联系经办人员。',
    en: 'Qualifications (external, finance, administrator …) are granted by a PDRC handler. Leave them as they are, or ask a handler.',
  },
  'expert-already-suspended': {
    kind: 'state',
    zh: '该专家已处于暂停状态，无需再次暂停。',
    en: 'The expert is suspended already; nothing to do.',
  },
  'expert-not-suspended': {
    kind: 'state',
    zh: '该专家未被暂停，无需恢复。',
    en: 'The expert is not suspended; nothing to reinstate.',
  },
  'expert-particulars-contradict': {
    kind: 'invalid',
    zh: '填写了“{entry}”，却未声明已提供该项。请在 stated 中列出“{entry}”，或留空该项。',
    en: '“{entry}” is given but not listed as stated. List “{entry}” in stated, or leave it empty.',
  },
  'expert-stated-unknown': {
    kind: 'invalid',
    zh: '没有可声明项“{entry}”。可选：{allowed}。',
    en: 'There is no entry “{entry}” to state. Choose from: {allowed}.',
  },
} as const satisfies ProblemCatalogue;
