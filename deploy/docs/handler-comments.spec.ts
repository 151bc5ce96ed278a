import { descriptionOf } from './handler-comments.ts';

describe('the description of a route', () => {
  it.each([
    [
      'intake',
      'ReviewController.file',
      '申报: the lead unit files the reviewed version with the PDRC (Art. 15).',
    ],
    [
      'audit',
      'ParkedMessagesController.replay',
      'Runs a message once more and, when it succeeds, those behind it.',
    ],
    ['intake', 'ContentController.removeMember', 'Remove member.'],
  ])('of %s %s is its comment, or its name in words', (service, handler, text) => {
    expect(descriptionOf(service, handler)).toBe(text);
  });
});
