import type { TSchema } from 'typebox';
import { Settings } from 'typebox/system';
import { Value } from 'typebox/value';
import type { PolicyPackProblem } from './invalid-policy-pack.ts';

type SchemaError = ReturnType<typeof Value.Errors>[number];

/** What a document breaks of a schema, in the order of the schema; alternatives are reduced to the one meant. */
export function schemaProblems(schema: TSchema, document: unknown): readonly PolicyPackProblem[] {
  return reduceAlternatives(allErrors(schema, document)).flatMap(problemsOf);
}

/** All errors, where the library stops after eight by default. */
function allErrors(schema: TSchema, document: unknown): readonly SchemaError[] {
  const { maxErrors } = Settings.Get();
  Settings.Set({ maxErrors: 1_000 });
  try {
    return Value.Errors(schema, document);
  } finally {
    Settings.Set({ maxErrors });
  }
}

/**
 * A failed alternative reports the errors of all its branches. Keeps those of the one branch whose kind fits,
 * innermost alternatives first; where no branch or several fit, only that none does.
 */
function reduceAlternatives(errors: readonly SchemaError[]): readonly SchemaError[] {
  const deepestFirst = errors
    .filter(({ keyword }) => keyword === 'anyOf')
    .sort((left, right) => right.schemaPath.length - left.schemaPath.length);
  return deepestFirst.reduce<readonly SchemaError[]>((rest, choice) => reduceOne(rest, choice), errors);
}

function reduceOne(errors: readonly SchemaError[], choice: SchemaError): readonly SchemaError[] {
  const prefix = `${choice.schemaPath}/anyOf/`;
  const inside = errors.filter((error) => isInside(error, prefix, choice.instancePath));
  const branches = Map.groupBy(inside, ({ schemaPath }) => schemaPath.slice(prefix.length).split('/')[0]);
  const meant = [...branches.values()].filter(
    (branch) => !branch.some((error) => isOtherKind(error, choice)),
  );
  const kept = new Set(meant.length === 1 ? meant[0] : [choice]);
  return errors.filter((error) => kept.has(error) || (error !== choice && !inside.includes(error)));
}

function isInside(error: SchemaError, prefix: string, instancePath: string): boolean {
  const { schemaPath, instancePath: at } = error;
  return schemaPath.startsWith(prefix) && (at === instancePath || at.startsWith(`${instancePath}/`));
}

/** Whether an error shows that a branch is about another kind of thing. */
function isOtherKind({ keyword, instancePath }: SchemaError, choice: SchemaError): boolean {
  return keyword === 'const' || (keyword === 'type' && instancePath === choice.instancePath);
}

function problemsOf(error: SchemaError): readonly PolicyPackProblem[] {
  const { instancePath: path } = error;
  switch (error.keyword) {
    case 'boolean':
      // Said again, with names, by the error about additional members.
      return [];
    case 'additionalProperties':
      return error.params.additionalProperties.map((name) => ({
        path: `${path}/${name}`,
        message: 'is not a member that a policy pack has; check the spelling',
      }));
    case 'required':
      return error.params.requiredProperties.map((name) => ({
        path: `${path}/${name}`,
        message: 'is missing',
      }));
    case 'enum':
      return [{ path, message: `must be one of ${error.params.allowedValues.map(quoted).join(', ')}` }];
    case 'const':
      return [{ path, message: `must be ${quoted(error.params.allowedValue)}` }];
    case 'anyOf':
      return [{ path, message: 'has none of the forms allowed here' }];
    default:
      return [{ path, message: error.message }];
  }
}

function quoted(value: unknown): string {
  return JSON.stringify(value);
}
