import { canonicalJson } from '@iic/event-sourcing';
import { byText } from '../text-order.ts';
import type { ApplicationContent, CaseFacts, Manifest } from './state.ts';

/** SHA-256 of a text's UTF-8 bytes, hex; given from outside so that the domain stays free of libraries. */
export type TextHash = (text: string) => string;

/** The manifest of a case as it stands: lists whose order means nothing are put into canonical order. */
export function manifestOf(facts: Pick<CaseFacts, 'caseId' | 'leadUnit' | 'province' | 'content'>): Manifest {
  const { caseId, leadUnit, province, content } = facts;
  return { format: 'iic-manifest/1', caseId, leadUnit, province, ...inCanonicalOrder(content) };
}

/** hash(M): SHA-256 of the manifest's canonical JSON (RFC 8785), hex. */
export function hashOfManifest(manifest: Manifest, hash: TextHash): string {
  return hash(canonicalJson(manifest));
}

function inCanonicalOrder(content: ApplicationContent): ApplicationContent {
  return {
    ...content,
    members: content.members
      .map((member) => ({ ...member, forms: member.forms.toSorted() }))
      .toSorted(byText((member) => member.organisation)),
    platforms: content.platforms.toSorted(byText(canonicalJson)),
    investment: content.investment.toSorted(byText(canonicalJson)),
    milestones: content.milestones.toSorted(byText((milestone) => milestone.id)),
    conditions: content.conditions
      .map((claim) => ({ ...claim, evidence: claim.evidence.toSorted(byText(canonicalJson)) }))
      .toSorted(byText((claim) => claim.condition)),
    justifications: content.justifications.toSorted(byText((justification) => justification.finding)),
    chapters: content.chapters.toSorted(byText((chapter) => chapter.key)),
    attachments: content.attachments.toSorted(byText(({ kind, hash }) => `${kind} ${hash}`)),
  };
}
