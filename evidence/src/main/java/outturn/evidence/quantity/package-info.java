/// Quantities that are not known exactly: three-point estimates, draws of an analysis, and the
/// range that many draws make.
@NullMarked
package outturn.evidence.quantity;

import org.jspecify.annotations.NullMarked;
