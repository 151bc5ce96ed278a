import type { TestGroup, TestHandler } from '@iic/messaging/testing';

/** Handlers that note every message once in the group's effects. */
export function noteOnce(group: TestGroup): Readonly<Record<string, TestHandler>> {
  const note: TestHandler = async (message) => {
    group.effect(message);
    return { outcome: 'done' };
  };
  return { AlphaNoted: note, BetaAnswered: note };
}
