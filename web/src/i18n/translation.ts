/** The same keys with texts of another language: a missing or unknown key is a type error. */
export type Translation<T> = { [Key in keyof T]: T[Key] extends string ? string : Translation<T[Key]> }
