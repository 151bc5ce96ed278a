export { serveApiPage } from './api-page.ts';
export {
  type BackedUpFile,
  type BackedUpStore,
  type BackupManifest,
  type BackupOrder,
  type BackupRefusal,
  BackupRefused,
  backUp,
  type RestoreOrder,
  restore,
} from './backup/index.ts';
export { causedBy } from './caused-by.ts';
export {
  type CausedCommand,
  CommandExecutor,
  type GuardedAggregate,
  newId,
  systemActor,
} from './command-executor.ts';
export {
  type EngineSettings,
  engineDefinitions,
  type MongoEngine,
  type S3Engine,
} from './engines/engine-settings.ts';
export { type OpenedKeys, openMongoKeys } from './engines/mongo-keys.ts';
export { topicUser } from './engines/published-logs.ts';
export { type OpenAttachments, openS3Attachments } from './engines/s3-attachments.ts';
export { feedAccess } from './feed/feed-access.ts';
export type { Host } from './host.ts';
export { Command, type CommandCall, type QueryCall, Reading, withContent } from './http/call.ts';
export {
  AreNested,
  IfGiven,
  IsArea,
  IsCode,
  IsDay,
  IsDayOrInstant,
  IsFen,
  IsHash,
  IsId,
  IsInstant,
  IsName,
  IsNested,
  IsParagraph,
  IsUscc,
  IsWhole,
  IsWholeText,
  isDigits,
  isId,
  OrNull,
  plainJson,
  Trimmed,
} from './http/fields.ts';
export { kitProblems } from './http/kit-problems.ts';
export { type Language, languageOf } from './http/language.ts';
export { type ListQuery, type ListReply, listReply } from './http/list-reply.ts';
export { type FieldError, fillTemplate, Problem, problemBody, problemStatus } from './http/problem.ts';
export { CommandReply, Download, Representation } from './http/replies.ts';
export { OpenToPublic, type Requirement, Requires } from './http/requirement.ts';
export type { Route } from './http/route-table.ts';
export type { Terms } from './http/terms.ts';
export { answerUnparsable } from './http/unparsable-request.ts';
export { mergeDocuments } from './merge-documents.ts';
export { Metrics } from './metrics.ts';
export { type Platform, startPlatform } from './platform-server.ts';
export { developmentIssuerFile } from './process-host.ts';
export { type BehindStore, type Sighting, StoreBehind } from './recovery/store-behind.ts';
export { closeOnSignal, runPlatform } from './run-platform.ts';
export { scopeConditions } from './scope.ts';
export { securitySource } from './security-log.ts';
export type { Consumption, DeadlineRules, ServiceDefinition } from './service-definition.ts';
export { ServiceRuntime } from './service-runtime.ts';
export { readEngineSettings, readSettings, type Settings, settingDefinitions } from './settings.ts';
export { SettingsInvalid } from './settings-invalid.ts';
export type { RunningService } from './start-service.ts';
