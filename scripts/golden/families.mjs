import * as agreementNominal from './families/agreement-nominal.mjs';
import * as agreementPerCode from './families/agreement-per-code.mjs';
import * as agreementSets from './families/agreement-sets.mjs';
import * as bootstrap from './families/bootstrap.mjs';
import * as cooccurrence from './families/co-occurrence.mjs';
import * as crosstab from './families/crosstab.mjs';
import * as csqca from './families/csqca.mjs';
import * as holsti from './families/holsti.mjs';
import * as multipleTesting from './families/multiple-testing.mjs';
import * as numerics from './families/numerics.mjs';
import * as permutation from './families/permutation.mjs';
import * as ruleValidation from './families/rule-validation.mjs';
import * as saturationGuest from './families/saturation-guest.mjs';
import * as saturationRichness from './families/saturation-richness.mjs';
import * as theoryTesting from './families/theory-testing.mjs';
import * as unitizing from './families/unitizing.mjs';
import * as wilson from './families/wilson.mjs';

/**
 * How the figures of each family are computed: `figures(input, library, expected)` returns them by the names of the cases;
 * `relative(name)` says of which the tolerance is relative at any size.
 */
export const families = {
  'agreement-nominal': agreementNominal,
  'agreement-per-code': agreementPerCode,
  'agreement-set-valued': agreementSets,
  bootstrap,
  'co-occurrence': cooccurrence,
  crosstab,
  csqca,
  holsti,
  'multiple-testing': multipleTesting,
  numerics,
  permutation,
  'rule-validation': ruleValidation,
  'saturation-guest': saturationGuest,
  'saturation-richness': saturationRichness,
  'theory-testing': theoryTesting,
  'unitizing-alpha': unitizing,
  wilson,
};

/** Families whose cases are skipped. */
export const notBuiltYet = new Set(['gamma-optional']);
