import type { CommandOutcome } from '@iic/event-sourcing';

/** What a command answers; it becomes the body, the ETag and the `Consistency-Token` header. */
export class CommandReply {
  readonly id: string;
  readonly revision: number;
  /** Types of the events recorded, in order. */
  readonly events: readonly string[];
  /** Names the last event; queries take it as `waitFor`. Null when nothing had to be recorded. */
  readonly token: string | null;
  readonly created: boolean;

  constructor(id: string, outcome: CommandOutcome, token: string | null) {
    this.id = id;
    this.revision = outcome.revision;
    this.events = outcome.events.map((event) => event.envelope.type);
    this.token = token;
    this.created = outcome.events[0]?.envelope.revision === 0;
  }
}

/** A representation of one aggregate with the revision it shows; the revision becomes the ETag. */
export class Representation<Body> {
  readonly revision: number;
  readonly body: Body;

  constructor(revision: number, body: Body) {
    this.revision = revision;
    this.body = body;
  }
}

/** A file to download. */
export class Download {
  readonly name: string;
  readonly contentType: string;
  readonly content: Uint8Array | NodeJS.ReadableStream;

  constructor(name: string, contentType: string, content: Uint8Array | NodeJS.ReadableStream) {
    this.name = name;
    this.contentType = contentType;
    this.content = content;
  }
}
