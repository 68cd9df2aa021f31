/// The planned path of a measure from its baseline to its target.
@NullMarked
package outturn.evidence.trajectory;

import org.jspecify.annotations.NullMarked;
