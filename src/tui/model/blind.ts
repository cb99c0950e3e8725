/** Why what other coders see, too, is not changed while one codes blind, and what can be done. */
export const BLIND =
  'while you code blind, codes that are there and memos on codes and sources cannot be changed: they are others’ too. c makes a new code, m in the transcript a memo on a coding';
