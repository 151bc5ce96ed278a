import type { Channel } from './message.ts';

/** What the messages of a channel are keyed by; those of one key keep their order. */
export const channelKeys: Readonly<Record<Channel, string>> = {
  integration: 'case id',
  public: 'case id',
  journal: 'service',
};
