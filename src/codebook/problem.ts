/** What is wrong with a keyword, before it is known where in the file it stands. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string;
  /** The part of the keyword that is meant, in UTF-16 units of the text as written; else all of it. */
  readonly start?: number;
  readonly end?: number;
}

export const isProblem = (result: object): result is Problem => 'code' in result && 'message' in result;
