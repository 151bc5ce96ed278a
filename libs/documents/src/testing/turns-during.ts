/** How often the event loop came round while something was done: hardly ever, if that was done by this thread. */
export async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 5);
  await work.finally(() => clearInterval(timer));
  return turns;
}
