/** Flattens an intersection, so that messages of the compiler stay readable. */
type Simplify<T> = { [K in keyof T]: T[K] }

/**
 * A schema of a service as the service really answers: the OpenAPI documents leave every property open, while the
 * services write all of them, and null only where `Nullable` says so. `Inner` gives the shape of nested schemas.
 */
export type Served<T, Nullable extends keyof T = never, Inner = unknown> = Simplify<
  { [K in Exclude<keyof T, Nullable | keyof Inner>]-?: NonNullable<T[K]> } & {
    [K in Nullable]-?: NonNullable<T[K]> | null
  } & Inner
>

/** What a document may say of `T` at most loosely: any part may be missing or null, but none may be of another type. */
export type Loosely<T> = T extends (infer Entry)[]
  ? Loosely<Entry>[]
  : T extends object
    ? { [K in keyof T]?: Loosely<T[K]> | null | undefined }
    : T

type WithoutNull<T> = Simplify<
  { [K in keyof T as null extends T[K] ? never : K]: T[K] } & {
    [K in keyof T as null extends T[K] ? K : never]?: NonNullable<T[K]>
  }
>

/** An object without its members that are null: services take a missing member for none. */
export function withoutNull<T extends object>(value: T): WithoutNull<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null)) as WithoutNull<T>
}
