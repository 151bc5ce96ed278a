/** Rank of an area; `platform` is a code of ours, outside GB/T 2260. */
export type AreaLevel = 'province' | 'prefecture' | 'county' | 'platform';

/** An area as one code names it; an area that was moved has another code from that day on. */
export interface Area {
  /** Six digits of GB/T 2260, or a platform code. */
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly level: AreaLevel;
  /** Code of the area it belongs to; null for a province. */
  readonly parent: string | null;
  /** First day of the code, `YYYY-MM-DD`; null where it is older than the guideline (2020-05-27). */
  readonly from: string | null;
  /** Last day of the code; null while it holds. */
  readonly until: string | null;
  /** Code that took its place. */
  readonly successor: string | null;
  /** Its development and reform commission files with the PDRC itself. */
  readonly filesDirectly: boolean;
}
