import { DocumentProblem } from '../document-problem.ts';
import { readLines } from './lines.ts';
import { countMarkup, type MarkupCensus } from './markup-census.ts';
import { notice } from './notices.ts';
import { inspectPackage, type WordPackage } from './package-content.ts';
import type { PackageLimits } from './package-limits.ts';
import { readPackage } from './package-reader.ts';
import { writePackage } from './package-writer.ts';
import type { PlanImport, PlanNotice, PlanNoticeCode } from './plan-import.ts';
import type { PlanOutline } from './plan-outline.ts';
import { recognisePlan } from './recognise/recognise-plan.ts';
import { readStyleKinds } from './style-kinds.ts';

/** Reads a formation plan in the calling thread. Every check comes before the text is looked at. */
export async function readPlan(
  bytes: Uint8Array,
  outline: PlanOutline,
  limits: PackageLimits,
): Promise<PlanImport> {
  const word = inspectPackage(await readPackage(bytes, limits));
  const census = countMarkup(wordParts(word));
  if (census.contentChanges > 0) {
    throw new DocumentProblem('docx-tracked-changes', { changes: census.contentChanges });
  }
  const styles = readStyleKinds('styles', word.styles);
  const lines = await readLines(await writePackage(word.parts.xml), styles);
  const plan = recognisePlan(lines, outline);
  return {
    ...plan,
    notices: [...plan.notices, ...leftOut(census, word.externalContent)],
    review: { comments: census.comments, formattingChanges: census.formattingChanges },
  };
}

/** Texts of the parts beside and below the main document, which hold everything a reader sees. */
function wordParts({ parts, document }: WordPackage): readonly string[] {
  const folder = document.slice(0, document.lastIndexOf('/') + 1);
  return [...parts.xml]
    .filter(([name]) => name.startsWith(folder) && name.endsWith('.xml') && !name.includes('/glossary/'))
    .map(([, text]) => text);
}

function leftOut(census: MarkupCensus, externalContent: number): readonly PlanNotice[] {
  const counts: readonly (readonly [PlanNoticeCode, number])[] = [
    ['comments-left-out', census.comments],
    ['notes-left-out', census.notes],
    ['pictures-left-out', census.pictures],
    ['formulas-left-out', census.formulas],
    ['external-content-left-out', externalContent],
  ];
  return counts.filter(([, count]) => count > 0).map(([code, count]) => notice(code, { count }));
}
