import { submissionLabels as labels, type PrintSection, type SubmissionPrint } from '@iic/documents';
import type { PolicyPack } from '@iic/policy';
import { findArea, findStrategicField } from '@iic/reference-data';
import { Injectable } from '@nestjs/common';
import { CaseFiles } from '../case-files.ts';
import { totalFen } from '../domain/application/complete-manifest.ts';
import type { Manifest } from '../domain/application/state.ts';
import { OrganisationRegister } from '../read-model/organisation-register.ts';
import type { FileNames } from './case-secrets.ts';

interface NumberedManifest {
  readonly version: number;
  readonly manifestHash: string;
  readonly manifest: Manifest;
}

interface Titled {
  readonly code: string;
  readonly title: { readonly zh: string };
}

/** Puts a version into the form it is printed in. */
@Injectable()
export class SubmissionPrints {
  constructor(
    private readonly files: CaseFiles,
    private readonly register: OrganisationRegister,
  ) {}

  async modelOf(
    { version, manifestHash, manifest }: NumberedManifest,
    competentUnit: string,
    pack: PolicyPack,
    fileNames: FileNames,
  ): Promise<SubmissionPrint> {
    const { caseId, leadUnit, members, name } = manifest;
    const unit = await this.register.find(competentUnit);
    const host = manifest.entity?.hostingUnit ?? null;
    const hostName = host === null ? null : ((await this.register.find(host))?.name ?? host);
    return {
      caseId,
      version,
      manifestHash,
      centerName: name ?? { zh: '（未拟定名称）', en: '(no name proposed)' },
      leadUnitName: leadUnit.name,
      sections: sectionsOf(manifest, pack, { unit: unit?.name ?? competentUnit, host: hostName ?? '—' }),
      chapters: await this.#chapters(manifest, pack),
      attachments: manifest.attachments.map(({ kind, hash, size }) => ({
        kind: pack.attachmentKinds.find(({ code }) => code === kind)?.title ?? { zh: kind, en: kind },
        bytes: size,
        hash,
        ...named(fileNames.find({ kind, hash })),
      })),
      commitment: {
        signatories: [
          { role: labels.leadUnit, name: leadUnit.name },
          ...members.map((member) => ({ role: labels.members, name: member.name })),
        ],
      },
    };
  }

  async #chapters({ caseId, chapters }: Manifest, pack: PolicyPack) {
    const printed: { title: { zh: string; en: string }; text: string; hash: string }[] = [];
    for (const { key, title } of pack.outline.chapters) {
      const chapter = chapters.find((candidate) => candidate.key === key);
      if (chapter === undefined) continue;
      const { hash } = chapter;
      printed.push({ title, text: await this.files.readText(caseId, hash), hash });
    }
    return printed;
  }
}

function named(fileName: string | undefined): { readonly fileName?: string } {
  return fileName === undefined ? {} : { fileName };
}

function sectionsOf(
  manifest: Manifest,
  pack: PolicyPack,
  names: { readonly unit: string; readonly host: string },
): readonly PrintSection[] {
  return [
    basics(manifest, names.unit),
    ...entitySection(manifest, pack, names.host),
    membersSection(manifest, pack),
    platformsSection(manifest),
    investmentSection(manifest, pack),
    milestonesSection(manifest),
    conditionsSection(manifest, pack),
    justificationsSection(manifest),
  ].filter(({ rows, table }) => (rows?.length ?? 0) + (table?.rows.length ?? 0) > 0);
}

function basics({ name, field, constructionMonths, leadUnit }: Manifest, unit: string): PrintSection {
  return {
    title: labels.basics,
    rows: [
      { label: labels.proposedName, value: name?.zh ?? '—' },
      { label: labels.englishName, value: name?.en ?? '—' },
      { label: labels.strategicField, value: fieldTitle(field) },
      { label: labels.leadUnit, value: leadUnit.name },
      { label: labels.uscc, value: leadUnit.uscc },
      { label: labels.area, value: areaName(leadUnit.area) },
      { label: labels.competentUnit, value: unit },
      { label: labels.constructionMonths, value: String(constructionMonths ?? '—') },
    ],
  };
}

function entitySection({ entity }: Manifest, pack: PolicyPack, host: string): readonly PrintSection[] {
  if (entity === null) return [];
  const { legalForm, registration, uscc } = entity;
  const planned = registration.status === 'planned' ? '（拟）' : '';
  const place = `${areaName(registration.area)}${registration.address ?? ''}${planned}`;
  return [
    {
      title: labels.entity,
      rows: [
        { label: labels.legalForm, value: titleOf(pack.legalForms, legalForm) },
        { label: labels.registration, value: place },
        { label: labels.uscc, value: uscc ?? '—' },
        { label: labels.hostingUnit, value: host },
      ],
    },
  ];
}

function membersSection({ members }: Manifest, pack: PolicyPack): PrintSection {
  return {
    title: labels.members,
    table: {
      columns: [labels.memberName, labels.uscc, labels.contribution],
      rows: members.map(({ name, uscc, forms, contribution }) => {
        const titles = forms.map((form) => titleOf(pack.contributionForms, form)).join('、');
        return [name, uscc, `${titles}：${contribution}`];
      }),
    },
  };
}

function platformsSection({ platforms }: Manifest): PrintSection {
  return {
    title: labels.platforms,
    table: {
      columns: [labels.platformName, labels.platformLevel, labels.platformHost],
      rows: platforms.map(({ name, level, host }) => [name, level, host]),
    },
  };
}

function investmentSection({ investment }: Manifest, pack: PolicyPack): PrintSection {
  const lines = investment.map(({ source, amountFen }) => [
    titleOf(pack.investmentSources, source),
    yuan(amountFen),
  ]);
  return {
    title: labels.investment,
    table: {
      columns: [labels.investmentSource, labels.amount],
      rows: lines.length === 0 ? [] : [...lines, [labels.investmentTotal.zh, yuan(totalFen(investment))]],
    },
  };
}

function milestonesSection({ milestones }: Manifest): PrintSection {
  return {
    title: labels.milestones,
    table: {
      columns: [labels.milestoneTitle, labels.milestoneWeight, labels.milestoneDue],
      rows: milestones.map(({ title, weight, dueMonth }) => [title, String(weight), String(dueMonth)]),
    },
  };
}

function conditionsSection({ conditions }: Manifest, pack: PolicyPack): PrintSection {
  return {
    title: labels.conditions,
    table: {
      columns: [labels.condition, labels.statement, labels.evidence],
      rows: conditions.map(({ condition, statement, evidence }) => [
        titleOf(pack.conditions, condition),
        statement,
        evidence.map(({ ref }) => chapterTitle(pack, ref)).join('、'),
      ]),
    },
  };
}

function justificationsSection({ justifications }: Manifest): PrintSection {
  return {
    title: labels.justifications,
    rows: justifications.map(({ finding, text }) => ({ label: { zh: finding, en: finding }, value: text })),
  };
}

/** 500000000 fen as 5,000,000.00. */
function yuan(fen: string): string {
  const digits = fen.padStart(3, '0');
  return `${digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')}.${digits.slice(-2)}`;
}

function titleOf(list: readonly Titled[], code: string): string {
  return list.find((entry) => entry.code === code)?.title.zh ?? code;
}

function chapterTitle({ outline }: PolicyPack, ref: string): string {
  return outline.chapters.find(({ key }) => key === ref)?.title.zh ?? ref.slice(0, 12);
}

function fieldTitle(field: string | null): string {
  return field === null ? '—' : (findStrategicField(field)?.title.zh ?? field);
}

function areaName(area: string): string {
  return findArea(area)?.name.zh ?? area;
}
