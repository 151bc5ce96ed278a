import type {
  ConflictDeclared,
  ConflictFound,
  DrawCancelled,
  DrawOrdered,
  DrawPoolFrozen,
  DrawSeedCommitted,
  DrawSeedOpened,
  InvitationAccepted,
  InvitationRefused,
  PanelComposed,
  PanelMemberExcused,
  PanelMemberReplaced,
  PanelOpinionRecorded,
  PanelOpinionSigned,
  PanelOpinionVoided,
  PanelReduced,
  ReviewCompetentUnitReassigned,
  ReviewConcluded,
  ReviewersChanged,
  ReviewOpened,
  ReviewWithdrawn,
  ScoresheetRevised,
  ScoresheetSubmitted,
  ScoresheetVoided,
  SiteVisitRecorded,
  WithdrawalRefused,
} from '@iic/contracts';

/** Every fact of a review's stream. */
export type ReviewEvent =
  | ReviewOpened
  | ReviewCompetentUnitReassigned
  | DrawSeedCommitted
  | DrawPoolFrozen
  | DrawSeedOpened
  | DrawOrdered
  | DrawCancelled
  | PanelComposed
  | InvitationAccepted
  | InvitationRefused
  | ReviewersChanged
  | PanelMemberExcused
  | ConflictDeclared
  | ConflictFound
  | PanelMemberReplaced
  | PanelReduced
  | SiteVisitRecorded
  | ScoresheetSubmitted
  | ScoresheetRevised
  | ScoresheetVoided
  | PanelOpinionRecorded
  | PanelOpinionSigned
  | PanelOpinionVoided
  | ReviewConcluded
  | ReviewWithdrawn
  | WithdrawalRefused;

/** The subject under review. */
export type ReviewFile = Omit<ReviewOpened['data'], 'policyId' | 'policyHash'> & {
  readonly policy: { readonly id: string; readonly hash: string };
};
