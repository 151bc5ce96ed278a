import { defineEvent, type EventOf, open } from '@iic/contracts';
import { accept, refuse } from '@iic/event-sourcing';
import { defineCollection, defineProjection } from '@iic/read-models';
import { Body, Controller, Get, Module, Param, Post, Put, Query } from '@nestjs/common';
import { IsInt, IsString, Length, Max, Min } from 'class-validator';
import { Type } from 'typebox';
import { CommandExecutor, type GuardedAggregate, newId } from '../command-executor.ts';
import { feedAccess } from '../feed/feed-access.ts';
import { Command, type CommandCall, type QueryCall, Reading } from '../http/call.ts';
import { IfGiven } from '../http/fields.ts';
import { Representation } from '../http/replies.ts';
import { OpenToPublic, Requires } from '../http/requirement.ts';
import { scopeConditions } from '../scope.ts';
import type { ServiceDefinition } from '../service-definition.ts';
import { ServiceRuntime } from '../service-runtime.ts';

const Deposited = defineEvent({
  service: 'sample',
  type: 'Deposited',
  version: 1,
  article: 'platform',
  title: { zh: '存入', en: 'Deposited' },
  reach: 'public',
  data: Type.Object({ owner: Type.String(), amount: Type.Integer() }),
  fields: { owner: open, amount: open },
});
type Deposited = EventOf<typeof Deposited>;

interface Deposit {
  readonly owner: string;
  readonly amount: number;
}

interface Account {
  readonly owner: string;
  readonly total: number;
}

const account: GuardedAggregate<Account | null, Deposit, Deposited> = {
  category: 'account',
  decider: {
    initialState: null,
    decide: (command, state) =>
      (state?.total ?? 0) + command.amount > 100
        ? refuse('account-full', { params: { total: state?.total ?? 0 } })
        : accept({ type: 'Deposited', data: { owner: command.owner, amount: command.amount } }),
    evolve: (state, { data }) => ({ owner: data.owner, total: (state?.total ?? 0) + data.amount }),
  },
  facts: (state) => (state === null ? undefined : { owner: state.owner }),
};

const accounts = defineProjection(
  defineCollection<Account>()({
    name: 'accounts',
    version: 1,
    fields: { owner: (doc) => doc.owner },
    sorts: { owner: { by: ['owner'] } },
  }),
  {
    idsOf: ({ envelope }) => [envelope.stream],
    apply: (doc, { envelope }) => ({
      owner: String(envelope.data['owner']),
      total: (doc?.total ?? 0) + Number(envelope.data['amount']),
    }),
  },
);

export class DepositDto {
  @IsInt()
  @Min(1)
  @Max(1000)
  amount!: number;

  @IsString()
  @Length(1, 10)
  @IfGiven()
  note?: string;
}

export class AccountsQueryDto {
  @IsString()
  @IfGiven()
  waitFor?: string;
}

@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly runtime: ServiceRuntime,
  ) {}

  @Post()
  @Requires('deposit', 'Account')
  open(@Body() { amount }: DepositDto, @Command() call: CommandCall) {
    return this.commands.create(account, newId(call), { owner: call.caller.organisation, amount }, call);
  }

  @Put(':id/deposit')
  @Requires('deposit', 'Account')
  deposit(@Param('id') id: string, @Body() { amount }: DepositDto, @Command() call: CommandCall) {
    return this.commands.run(account, id, { owner: call.caller.organisation, amount }, call);
  }

  @Get('summary')
  @OpenToPublic()
  summary() {
    return { name: 'sample' };
  }

  @Get()
  @Requires('read', 'Account')
  async list(@Query() _query: AccountsQueryDto, @Reading() call: QueryCall) {
    const scope = this.runtime.access.scope(call.caller, call.action, call.subject);
    const page = await this.runtime.projections.view(accounts).query({ where: scopeConditions(scope) });
    return { items: page.items.map(({ doc }) => doc) };
  }

  @Get(':id')
  @Requires('read', 'Account')
  async show(@Param('id') id: string, @Reading() call: QueryCall) {
    const { state, revision } = await this.commands.load(account, id, call);
    return new Representation(revision, state);
  }
}

@Module({ controllers: [AccountsController] })
class SampleModule {}

/** A service as small as one can be, to test what every service has. */
export const sampleService: ServiceDefinition = {
  name: 'sample',
  contracts: [Deposited],
  access: {
    'lead-unit': [
      {
        actions: ['deposit', 'read'],
        subject: 'Account',
        where: ({ organisation }) => ({ owner: organisation }),
      },
    ],
    ...feedAccess,
    auditor: [{ actions: ['read'], subject: 'Account' }, ...feedAccess.auditor],
    'system-admin': [{ actions: ['operate'], subject: 'Platform' }],
  },
  problems: {
    'account-full': { kind: 'state', zh: '账户已满（{total}）。', en: 'The account is full ({total}).' },
  },
  projections: [accounts],
  consumes: { sources: [], contracts: [] },
  module: SampleModule,
};
