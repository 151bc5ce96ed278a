import type { Actor } from '@iic/event-sourcing';

/** Area code of the province an actor acts for. */
export function provinceOf({ jurisdiction }: Pick<Actor, 'jurisdiction'>): string {
  return `${jurisdiction.slice(0, 2)}0000`;
}
