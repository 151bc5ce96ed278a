export {
  type Collection,
  type CollectionOf,
  isVersionConflict,
  type Page,
  type Query,
  type ReadableCollection,
  type Stored,
  type ValueCount,
  VersionConflict,
} from './collection.ts';
export {
  type CollectionSpec,
  defineCollection,
  type FieldIndex,
  type SortKey,
  type SortOrder,
} from './collection-spec.ts';
export { InvalidCursor, readModelProblems } from './cursor.ts';
export { CollectionChanged, type DocumentDatabase, type Write } from './document-database.ts';
export { defineProjection } from './projection/define-projection.ts';
export type { DocumentRules } from './projection/document-writer.ts';
export type { ProjectedEvent, Projection } from './projection/projection.ts';
export type { BuildState, ProjectionFailure } from './projection/projection-build.ts';
export {
  ProjectionRunner,
  type ProjectionRunnerOptions,
  type ProjectionStatus,
} from './projection/projection-runner.ts';
export { compareScalars, type Scalar } from './scalar.ts';
export { searchForm, searchKeys } from './search-text.ts';
export { SqliteDocumentDatabase, type SqliteDocumentOptions } from './sqlite/sqlite-document-database.ts';
export { defineTimeline, type TimelineDefinition } from './timeline/define-timeline.ts';
export type { Timeline, TimelinePage, TimelinePoint, TimelineQuery } from './timeline/timeline.ts';
export type { TimelineRules } from './timeline/timeline-writer.ts';
export { type Conditions, type Predicate, type Range, type Where, whereGiven } from './where.ts';
