/** What a bench module and the report agree on. */

/** Where and how long a bench may run. */
export interface BenchContext {
  /** An empty folder of its own on disk; removed afterwards. */
  readonly folder: string;
  /** Shorter runs that show that everything works; their figures are rough. */
  readonly quick: boolean;
}

/** Results by the name of what was measured. */
export type Measures = Readonly<Record<string, number>>;

/** One thing that is measured, ours or a peer; it runs in a process of its own. */
export interface Bench {
  readonly name: string;
  run(context: BenchContext): Promise<Measures>;
}

/** The peer cannot run on this machine: its figures are left out, the others go on. */
export class NotAvailable extends Error {}

/** How a bench is loaded, in the process that runs it. */
export interface BenchEntry {
  load(): Promise<{ readonly bench: Bench }>;
  /** At most this many rounds; for benches that take long and repeat within themselves. */
  readonly rounds?: number;
}

/** One measured value of a bench. */
export interface Source {
  readonly bench: string;
  readonly measure: string;
  /** What the report calls it; the end of the bench's name when left out. */
  readonly label?: string;
}

/** A bound on our value, or on the ratio of ours to the peer's. */
export interface Target {
  readonly of: 'value' | 'ratio';
  readonly bound: 'at least' | 'at most';
  readonly limit: number;
}

/** One line of the report. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly ours: Source;
  readonly peer?: Source;
  readonly target?: Target;
}

/** A line of the JSON report. */
export interface FigureResult {
  readonly name: string;
  readonly value: number | null;
  readonly unit: string;
  readonly peer: string | null;
  readonly peerValue: number | null;
  /** Ours divided by the peer's. */
  readonly ratio: number | null;
  readonly target: string | null;
  /** Null where there is no target, or no value to hold against it. */
  readonly met: boolean | null;
}
