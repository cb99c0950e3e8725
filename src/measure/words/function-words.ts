/**
 * Words that hold a sentence together and are no keywords of anything. The lists are short on purpose: keyness ranks what is
 * left, and people choose.
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'the and for that this these those with from into onto upon over under about after before because but not nor yet ' +
    'are was were been being have has had having does did doing done will would shall should can could may might must ' +
    'you your yours she her hers him his its our ours they them their theirs who whom whose which what when where why how ' +
    'all any both each few more most other some such only own same than too very just also even then there here now ' +
    "i'm i've i'd i'll you're you've it's that's they're they've we're we've we'll don't didn't doesn't isn't wasn't can't " +
    "couldn't wouldn't there's let's yes yeah okay well really quite much many one two three four five six seven eight nine ten hundred thousand get got going went come came say " +
    'said says think know mean like thing things something anything way lot lots out off down'
  ).split(' '),
);

/**
 * Simplified and Traditional. Only characters that hardly ever begin or end a word of substance: 就业, 人才, 个案, 来源 and 在地
 * have to be found.
 */
export const FUNCTION_CHARACTERS: ReadonlySet<string> = new Set(
  '的了吗嗎呢吧啊么麼是我你您他她它们們这這那哪都也不没沒有很太又再只什',
);

/** Words of two characters at which no keyword begins or ends. */
export const FUNCTION_PAIRS: ReadonlySet<string> = new Set(
  (
    '觉得 覺得 以后 以後 以前 时候 時候 后来 後來 因为 因為 所以 如果 可以 可能 已经 已經 还有 還有 还是 還是 但是 而且 或者 就是 ' +
    '然后 然後 现在 現在 当时 當時 那时 这样 這樣 那样 怎么 怎麼 一个 一個 一些 一样 一樣 一起 有人 有点 有點 自己 知道 应该 應該 ' +
    '不过 其实 其實 只有 里面 裡面 出来 出來 起来 起來 过来 下来 为了 為了 对于 對於 关于 關於 之后 之前 两个 三个 几个 那种 这种 '
  )
    .trim()
    .split(' '),
);

/** Characters of numbers and of what is counted by them: 二十, 三年, 四个月 say nothing by themselves. */
export const COUNTING_CHARACTERS: ReadonlySet<string> = new Set(
  '零〇一二三四五六七八九十百千万萬亿億两兩半第几幾多个個年月日天次点點家块塊名位岁歲号號期周週元',
);
