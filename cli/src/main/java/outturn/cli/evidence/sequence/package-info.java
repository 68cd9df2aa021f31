/// Commands for intervals that are safe to look at any time: confidence sequences.
@NullMarked
package outturn.cli.evidence.sequence;

import org.jspecify.annotations.NullMarked;
