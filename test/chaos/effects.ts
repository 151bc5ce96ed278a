/**
 * Compares effects, noted as `<stream> <revision>` in the order in which they happened, with those there should be:
 * says what is missing, what came more often, and what came before an earlier one of its stream.
 */
export function faultsOf(effects: readonly string[], expected: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const effect of effects) counts.set(effect, (counts.get(effect) ?? 0) + 1);
  const wanted = new Set(expected);
  return [
    ...expected.filter((effect) => !counts.has(effect)).map((effect) => `${effect} is lost`),
    ...[...counts]
      .filter(([effect]) => !wanted.has(effect))
      .map(([effect]) => `${effect} was never asked for`),
    ...[...counts].filter(([, count]) => count > 1).map(([effect, count]) => `${effect} came ${count} times`),
    ...outOfOrder(effects),
  ];
}

function outOfOrder(effects: readonly string[]): readonly string[] {
  const last = new Map<string, number>();
  return effects.flatMap((effect) => {
    const [stream = '', revision = ''] = effect.split(' ');
    const before = last.get(stream) ?? -1;
    last.set(stream, Number(revision));
    return Number(revision) < before ? [`${effect} came after revision ${before}`] : [];
  });
}
