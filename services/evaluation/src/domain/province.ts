import type { Actor } from '@iic/event-sourcing';
import { provinceOf as provinceOfArea } from '@iic/reference-data';

/** Area code of the province an actor acts for. */
export function provinceOf({ jurisdiction }: Pick<Actor, 'jurisdiction'>): string {
  return provinceOfArea(jurisdiction);
}
