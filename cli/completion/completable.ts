/** A command as completion sees it. */
export interface Completable {
  readonly name: string;
  readonly description: string;
  readonly options: readonly { readonly flag: string; readonly description: string }[];
  /** Words that may follow the command; files are always offered too. */
  readonly words: readonly string[];
}
