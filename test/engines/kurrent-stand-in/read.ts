import type { ServerWritableStream } from '@grpc/grpc-js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { Log, LogRecord } from './log.ts';

type Call = ServerWritableStream<InstanceType<typeof streams.ReadReq>, InstanceType<typeof streams.ReadResp>>;
type Options = InstanceType<typeof streams.ReadReq.Options>;

/** Answers Read: a stream, $all with a filter by stream prefix, and the subscription to that. */
export function read(log: Log) {
  return (call: Call): void => {
    const options = call.request.getOptions();
    if (options === undefined) call.end();
    else if (options.hasSubscription()) subscribe(log, options, call);
    else readOnce(log, options, call);
  };
}

function readOnce(log: Log, options: Options, call: Call): void {
  const records = options.hasStream() ? ofStream(log, options) : ofAll(log, options);
  if (records === undefined) call.write(notFound(options));
  for (const record of records?.slice(0, Number(options.getCount())) ?? []) call.write(event(record));
  call.end();
}

function isBackwards(options: Options): boolean {
  return options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
}

function ofStream(log: Log, options: Options): readonly LogRecord[] | undefined {
  const wanted = options.getStream();
  const stream = log.stream(nameOf(wanted));
  if (stream.length === 0) return undefined;
  if (isBackwards(options)) {
    const from = wanted?.hasEnd() ? stream.length - 1 : Number(wanted?.getRevision());
    return stream.slice(0, from + 1).reverse();
  }
  return stream.slice(wanted?.hasStart() ? 0 : Number(wanted?.getRevision()));
}

function nameOf(wanted: ReturnType<Options['getStream']>): string {
  return Buffer.from(wanted?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8');
}

/** From a position on, with the event at it. */
function ofAll(log: Log, options: Options): readonly LogRecord[] {
  const from = BigInt(options.getAll()?.getPosition()?.getCommitPosition() ?? 0);
  return matching(log.records, options).filter(({ position }) => position >= from);
}

function matching(records: readonly LogRecord[], options: Options): readonly LogRecord[] {
  const prefixes = options.getFilter()?.getStreamIdentifier()?.getPrefixList() ?? [''];
  return records.filter(({ stream }) => prefixes.some((prefix) => stream.startsWith(prefix)));
}

/** What comes after a position, then what is written, until the client leaves. */
function subscribe(log: Log, options: Options, call: Call): void {
  const confirmation = new streams.ReadResp.SubscriptionConfirmation();
  confirmation.setSubscriptionId('stand-in');
  const confirmed = new streams.ReadResp();
  confirmed.setConfirmation(confirmation);
  call.write(confirmed);
  const after = BigInt(options.getAll()?.getPosition()?.getCommitPosition() ?? 0);
  let sent = log.records.findIndex(({ position }) => position > after);
  if (sent < 0) sent = log.records.length;
  const send = () => {
    const fresh = log.records.slice(sent);
    sent = log.records.length;
    for (const record of matching(fresh, options)) call.write(event(record));
    const last = fresh.at(-1);
    if (last !== undefined) call.write(checkpoint(last.position));
  };
  send();
  const caughtUp = new streams.ReadResp();
  caughtUp.setCaughtUp(new streams.ReadResp.CaughtUp());
  call.write(caughtUp);
  const stop = log.listen(send);
  call.on('cancelled', () => {
    stop();
    call.end();
  });
  call.on('close', stop);
}

function checkpoint(position: bigint) {
  const at = new streams.ReadResp.Checkpoint();
  at.setCommitPosition(String(position));
  at.setPreparePosition(String(position));
  const response = new streams.ReadResp();
  response.setCheckpoint(at);
  return response;
}

function notFound(options: Options) {
  const missing = new streams.ReadResp.StreamNotFound();
  missing.setStreamIdentifier(options.getStream()?.getStreamIdentifier());
  const response = new streams.ReadResp();
  response.setStreamNotFound(missing);
  return response;
}

function event(record: LogRecord) {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent();
  const id = new shared.UUID();
  id.setString(record.id);
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(record.stream, 'utf8'));
  recorded.setId(id);
  recorded.setStreamIdentifier(identifier);
  recorded.setStreamRevision(String(record.revision));
  recorded.setCommitPosition(String(record.position));
  recorded.setPreparePosition(String(record.position));
  recorded.setData(record.data);
  recorded.setCustomMetadata(record.metadata);
  // Ticks of 100 ns since 1970, as the server gives them.
  recorded.getMetadataMap().set('created', '17000000000000000');
  recorded.getMetadataMap().set('type', record.type);
  recorded.getMetadataMap().set('content-type', record.contentType);
  const readEvent = new streams.ReadResp.ReadEvent();
  readEvent.setEvent(recorded);
  readEvent.setCommitPosition(String(record.position));
  const response = new streams.ReadResp();
  response.setEvent(readEvent);
  return response;
}
