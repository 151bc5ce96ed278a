import type { Projection } from '../projection/projection.ts';
import { Timeline } from './timeline.ts';
import { keySpec, segmentSpec } from './timeline-collections.ts';
import { type TimelineRules, TimelineWriter } from './timeline-writer.ts';

/** A timeline's name and version, and its rules. */
export interface TimelineDefinition<Doc, Field extends string> extends TimelineRules<Doc, Field> {
  /** Kebab-case. */
  readonly name: string;
  /** Raise it whenever documents, fields or rules change: a new version is built beside the old one. */
  readonly version: number;
}

/**
 * A projection that keeps the whole bitemporal history of its documents: `defineTimeline<CenterView>()({…})`.
 * Its view answers what was known on one date about another.
 */
export function defineTimeline<Doc>() {
  return <Field extends string>(
    definition: TimelineDefinition<Doc, Field>,
  ): Projection<Timeline<Doc, Field>> => {
    const { name, version, fields } = definition;
    const segmentsSpec = segmentSpec<Doc>(name, version);
    const keysSpec = keySpec<Doc, Field>(name, version, fields);
    return {
      name,
      version,
      collections: [segmentsSpec.name, keysSpec.name],
      open(database) {
        const segments = database.collection(segmentsSpec);
        const keys = database.collection(keysSpec);
        return {
          view: new Timeline<Doc, Field>({ segments, keys }, fields),
          writer: new TimelineWriter<Doc, Field>(segments, keys, definition),
        };
      },
    };
  };
}
