/**
 * Tests that need a listener of a broker which not every broker has: they get its address, or are skipped with a
 * name that says why.
 */
export function itOnListener(address: string | undefined, kind: string) {
  return (title: string, test: (address: string) => Promise<void>, timeout?: number): void => {
    if (address === undefined) it.skip(`${title} (did not run: this broker has no ${kind})`, () => undefined);
    else it(title, () => test(address), timeout);
  };
}
