import { type Role, roles } from '@iic/access';
import { Command, Option } from 'commander';
import { readAreaCode, readId } from './arguments.ts';
import { localIssuer } from './local-issuer.ts';

interface TokenOptions {
  readonly role: Role;
  readonly org: string;
  readonly person: string;
  readonly jurisdiction: string;
  readonly data: string;
}

const program = new Command('npm run token --')
  .description(
    'Prints a development access token, valid for twelve hours, for a platform started on this machine.',
  )
  .addOption(new Option('--role <role>', 'role of the caller').choices([...roles]).makeOptionMandatory())
  .requiredOption('--org <id>', 'identifier of the organisation the caller acts for', readId)
  .requiredOption('--person <id>', 'identifier of the person; never a name', readId)
  .option('--jurisdiction <code>', 'area code of the caller', readAreaCode, '220000')
  .addOption(
    new Option('--data <folder>', 'data folder of the platform').env('IIC_DATA').default('.iic-data'),
  )
  .action(async ({ role, org, person, jurisdiction, data }: TokenOptions) => {
    const issuer = await localIssuer(data);
    process.stdout.write(`${await issuer.issue({ role, organisation: org, person, jurisdiction })}\n`);
  });

program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
