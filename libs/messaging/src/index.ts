export { type AsyncApiDocument, asyncApiDocument } from './async-api.ts';
export { channelKeys } from './channel-keys.ts';
export { type CloudEventJson, cloudEventJson, cloudEventsBatch } from './cloud-event-json.ts';
export {
  type CloudEventAttributes,
  cloudEventAttributes,
  cloudEventSource,
  messageAttributes,
  NotACloudEvent,
} from './cloud-events.ts';
export type {
  Admission,
  ConsumerState,
  Discard,
  DiscardedMessage,
  HeldCounts,
  HeldMessage,
  HeldQuery,
  Hold,
  HoldStatus,
} from './consumer-state.ts';
export { ContractIndex, reaches } from './contract-index.ts';
export { decodeDelivery, encodeDelivery } from './delivery-codec.ts';
export { derivedCommandId } from './derived-command-id.ts';
export {
  type AwaitedEvent,
  EventTransport,
  type EventTransportOptions,
  type SourceLag,
} from './event-transport.ts';
export { InProcessBus } from './in-process-bus.ts';
export { InProcessTransport, type InProcessTransportOptions } from './in-process-transport.ts';
export type { Lease, Leases } from './leases.ts';
export { LocalLeases } from './local-leases.ts';
export * from './message.ts';
export { MessageHandlers, RethrowFilter } from './message-handlers.ts';
export { MessageProcessor } from './message-processor.ts';
export * from './outcome.ts';
export { ParkedMessages, ReasonRequired, type Replay } from './parked-messages.ts';
export type { Flush } from './pending-effects.ts';
export {
  type DeliveryHandler,
  defaultBounds,
  defaultWaitLimit,
  type HoldBounds,
  type Outcome,
  type ProcessorCounters,
  type ProcessorOptions,
  type ProcessorReport,
} from './processor-options.ts';
export { type Page, Relay, type RelayOptions, UndeclaredEvent } from './relay.ts';
export { defaultRetryPolicy, type RetryPolicy } from './retry-policy.ts';
export { SqliteConsumerState } from './sqlite-consumer-state.ts';
export { type InboxCommit, type SqliteEffect, SqliteInbox } from './sqlite-inbox.ts';
export { type Delay, realDelay } from './wait.ts';
