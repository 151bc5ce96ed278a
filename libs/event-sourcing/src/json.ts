/** A JSON value that event data may hold. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** A JSON object with string keys; an absent member is left out, never `undefined`. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}
