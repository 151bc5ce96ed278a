import 'reflect-metadata';
import {
  type ArgumentsHost,
  Catch,
  Controller,
  type ExceptionFilter,
  Injectable,
  Logger,
  Module,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { from, Observable, of, throwError } from 'rxjs';
import { InProcessBus } from './in-process-bus.ts';
import { InProcessTransport } from './in-process-transport.ts';
import { type JournalRecord, journalPattern, type MessageOf } from './message.ts';
import { MessageHandlers } from './message-handlers.ts';
import { done, type HandlerResult, PermanentFailure, waitFor } from './outcome.ts';
import { ParkedMessages } from './parked-messages.ts';
import { AlphaNoted, AlphaOpened, BetaAnswered, TestGroup, TestSource } from './testing/index.ts';

Logger.overrideLogger(false);

const patience = 60_000;

@Injectable()
class Journal {
  readonly lines: string[] = [];
}

@MessageHandlers()
class NoteHandlers {
  constructor(private readonly journal: Journal) {}

  @EventPattern('AlphaNoted')
  async noted(
    @Payload() message: MessageOf<typeof AlphaNoted>,
    @Ctx() delivery: unknown,
  ): Promise<HandlerResult> {
    if (message.data.text === 'bad') throw new PermanentFailure('bad note');
    await Promise.resolve();
    this.journal.lines.push(`noted ${message.data.text} from ${Reflect.get(Object(delivery), 'feed')}`);
    return done();
  }

  @EventPattern('AlphaOpened')
  opened(message: MessageOf<typeof AlphaOpened>): Observable<HandlerResult> {
    if (message.data.name === 'bad') return throwError(() => new PermanentFailure('bad name'));
    this.journal.lines.push(`opened ${message.data.name}`);
    return from([done(), done()]);
  }

  @EventPattern('BetaAnswered')
  answered(_message: MessageOf<typeof BetaAnswered>): Observable<HandlerResult> {
    return of(this.journal.lines.length > 0 ? done() : waitFor('AlphaNoted:a-1'));
  }
}

@MessageHandlers()
class MoreHandlers {
  constructor(private readonly journal: Journal) {}

  @EventPattern('AlphaNoted')
  async also({ data }: MessageOf<typeof AlphaNoted>): Promise<HandlerResult> {
    this.journal.lines.push(`also ${data.text}`);
    return done();
  }
}

@Module({ controllers: [NoteHandlers, MoreHandlers], providers: [Journal] })
class MessagesModule {}

@Controller()
class PlainHandlers {
  @EventPattern('AlphaNoted')
  async noted(@Payload() _message: MessageOf<typeof AlphaNoted>): Promise<void> {
    throw new PermanentFailure('a reason');
  }
}

@Module({ controllers: [PlainHandlers] })
class PlainModule {}

@MessageHandlers()
class Auditor {
  constructor(private readonly journal: Journal) {}

  @EventPattern(journalPattern)
  async take(@Payload() record: JournalRecord): Promise<HandlerResult> {
    this.journal.lines.push(
      `${record.source} ${record.seq} ${record.bytes.length > 0} ${record.leaf.length}`,
    );
    return done();
  }
}

@Module({ controllers: [Auditor], providers: [Journal] })
class AuditModule {}

/** As a service's problem filter: it swallows whatever it meets. */
@Catch()
class SwallowingFilter implements ExceptionFilter {
  catch(_error: unknown, _host: ArgumentsHost): Observable<never> {
    return from([]);
  }
}

async function setUp(channel: 'integration' | 'journal' = 'integration') {
  const bus = new InProcessBus();
  const alpha = new TestSource('alpha');
  const beta = new TestSource('beta');
  bus.register(alpha.relay);
  bus.register(beta.relay);
  const transport = new InProcessTransport({ ...new TestGroup().options({ channel }), bus });
  return {
    transport,
    alpha,
    beta,
    parked: new ParkedMessages(transport.processor),
    async end() {
      await alpha.relay.close();
      await beta.relay.close();
    },
  };
}

describe('Messages in a Nest application', () => {
  it('reach injected handlers of every shape, several of one event one after the other', async () => {
    const { transport, alpha, beta, end } = await setUp();
    const app = await NestFactory.createMicroservice(MessagesModule, { strategy: transport, logger: false });
    await app.listen();
    await beta.record('BetaAnswered', 'b-1', { text: 'first' });
    expect(await transport.caughtUp('beta', { seq: 1, key: '' }, patience)).toBe(true);
    expect(await transport.processor.state.counts('consumer')).toMatchObject({ waiting: 1 });
    await alpha.record('AlphaNoted', 'a-1', { text: 'x' });
    await alpha.record('AlphaOpened', 'a-1', { name: 'Center', unit: 'org-1' });
    expect(await transport.caughtUp('alpha', { seq: 2, key: '' }, patience)).toBe(true);
    expect(app.get(Journal).lines).toEqual(['noted x from iic.alpha.integration', 'also x', 'opened Center']);
    expect(await transport.processor.state.counts('consumer')).toMatchObject({ waiting: 0, behind: 0 });
    await app.close();
    await end();
  });

  it('keep reason and kind of a failure, whatever filter the application has', async () => {
    const { transport, alpha, parked, end } = await setUp();
    const app = await NestFactory.create(MessagesModule, new FastifyAdapter(), { logger: false });
    app.useGlobalFilters(new SwallowingFilter());
    app.connectMicroservice({ strategy: transport }, { inheritAppConfig: true });
    await app.startAllMicroservices();
    await app.init();
    await alpha.record('AlphaNoted', 'a-1', { text: 'bad' });
    await alpha.record('AlphaOpened', 'a-2', { name: 'bad', unit: 'org-1' });
    expect(await transport.caughtUp('alpha', { seq: 2, key: '' }, patience)).toBe(true);
    const held = await parked.list();
    expect(held.map(({ reason, attempts }) => [reason, attempts])).toEqual([
      ['bad note', 1],
      ['bad name', 1],
    ]);
    await app.close();
    await end();
  });

  it('are tried and parked with a hint when Nest hides the reason', async () => {
    const { transport, alpha, parked, end } = await setUp();
    const app = await NestFactory.createMicroservice(PlainModule, { strategy: transport, logger: false });
    await app.listen();
    await alpha.record('AlphaNoted', 'a-1', { text: 'x' });
    expect(await transport.caughtUp('alpha', { seq: 1, key: '' }, patience)).toBe(true);
    expect(await parked.list()).toMatchObject([{ attempts: 5 }]);
    expect((await parked.list())[0]?.reason).toContain('@MessageHandlers()');
    await app.close();
    await end();
  });

  it('are not taken for handled when a filter swallows the failure', async () => {
    const { transport, alpha, parked, end } = await setUp();
    const app = await NestFactory.createMicroservice(PlainModule, { strategy: transport, logger: false });
    app.useGlobalFilters(new SwallowingFilter());
    await app.listen();
    await alpha.record('AlphaNoted', 'a-1', { text: 'x' });
    expect(await transport.caughtUp('alpha', { seq: 1, key: '' }, patience)).toBe(true);
    expect((await parked.list())[0]?.reason).toContain('neither done() nor waitFor');
    await app.close();
    await end();
  });

  it('come as journal records to an auditor', async () => {
    const { transport, alpha, beta, end } = await setUp('journal');
    const app = await NestFactory.createMicroservice(AuditModule, { strategy: transport, logger: false });
    await app.listen();
    await alpha.record('AlphaDrafted', 'a-1', { text: 'draft' });
    await alpha.record('AlphaNoted', 'a-1', { text: 'x' });
    expect(await transport.caughtUp('alpha', { seq: 2, key: '' }, patience)).toBe(true);
    await beta.record('BetaAnswered', 'b-1', { text: 'y' });
    expect(await transport.caughtUp('beta', { seq: 1, key: '' }, patience)).toBe(true);
    expect(app.get(Journal).lines).toEqual(['alpha 1 true 32', 'alpha 2 true 32', 'beta 1 true 32']);
    await app.close();
    await end();
  });

  it('stop a service whose handlers can never match', async () => {
    const { transport, end } = await setUp('journal');
    const app = await NestFactory.createMicroservice(MessagesModule, { strategy: transport, logger: false });
    await expect(app.listen()).rejects.toThrow("the one pattern 'journal'");
    await app.close();
    await end();
  });
});
