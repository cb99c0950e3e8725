import { addToRuleCheck, createRuleCheck, mergeRuleCheck } from '../../measure/rule-check/tally.js';
import type { VisitorOf } from '../visitor.js';

export const ruleCheck: VisitorOf<'ruleCheck'> = {
  create: (_, options) => createRuleCheck(options),
  add: addToRuleCheck,
  merge: mergeRuleCheck,
};
