import { type TProperties, Type } from 'typebox';

/** An object schema that refuses members it does not declare, so that a misspelt rule is noticed. */
export function closed<Properties extends TProperties>(properties: Properties) {
  return Type.Object(properties, { additionalProperties: false });
}

/** The type with every member readonly, all the way down: packs are shared and frozen. */
export type DeepReadonly<Value> = Value extends object
  ? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }
  : Value;
