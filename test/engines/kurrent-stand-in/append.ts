import type { ServerDuplexStream } from '@grpc/grpc-js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import status from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import type { Log, Proposed, Written } from './log.ts';

type Request = InstanceType<typeof streams.BatchAppendReq>;
type Response = InstanceType<typeof streams.BatchAppendResp>;

/** Answers BatchAppend: a write may come in parts and is done when its last part is there. */
export function batchAppend(log: Log) {
  return (call: ServerDuplexStream<Request, Response>): void => {
    const open = new Map<string, { readonly options: Request; readonly events: Proposed[] }>();
    call.on('data', (request: Request) => {
      const id = request.getCorrelationId()?.getString() ?? '';
      const write = open.get(id) ?? { options: request, events: [] };
      open.set(id, write);
      write.events.push(...request.getProposedMessagesList().map(proposed));
      if (!request.getIsFinal()) return;
      open.delete(id);
      const options = write.options.getOptions();
      const name = Buffer.from(options?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8');
      const expected = options?.hasNoStream() ? -1n : BigInt(options?.getStreamPosition() ?? 0);
      const response = answer(log.write(name, expected, write.events));
      response.setCorrelationId(request.getCorrelationId());
      response.setStreamIdentifier(options?.getStreamIdentifier());
      call.write(response);
    });
    call.on('end', () => call.end());
    call.on('error', () => undefined);
  };
}

function proposed(message: InstanceType<typeof streams.BatchAppendReq.ProposedMessage>): Proposed {
  return {
    id: message.getId()?.getString() ?? '',
    type: message.getMetadataMap().get('type') ?? '',
    contentType: message.getMetadataMap().get('content-type') ?? '',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

function answer({ last, conflict }: Written): Response {
  const response = new streams.BatchAppendResp();
  if (conflict !== undefined) {
    response.setError(wrongVersion(conflict));
    return response;
  }
  const success = new streams.BatchAppendResp.Success();
  const position = new shared.AllStreamPosition();
  position.setCommitPosition(String(last?.position ?? 0));
  position.setPreparePosition(String(last?.position ?? 0));
  success.setCurrentRevision(String(last?.revision ?? 0));
  success.setPosition(position);
  response.setSuccess(success);
  return response;
}

function wrongVersion(actual: bigint) {
  const details = new shared.WrongExpectedVersion();
  if (actual < 0n) details.setCurrentNoStream(new empty.Empty());
  else details.setCurrentStreamRevision(String(actual));
  const packed = new any.Any();
  packed.pack(details.serializeBinary(), 'event_store.client.WrongExpectedVersion');
  const error = new status.Status();
  error.setMessage('WrongExpectedVersion');
  error.setDetails(packed);
  return error;
}
