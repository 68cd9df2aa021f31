/// Doing the analysis of a data package again.
@NullMarked
package outturn.cli.evidence.packed;

import org.jspecify.annotations.NullMarked;
