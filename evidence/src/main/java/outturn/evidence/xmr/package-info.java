/// The control chart of a measure: limits per phase, run rules, assurance against a target.
@NullMarked
package outturn.evidence.xmr;

import org.jspecify.annotations.NullMarked;
