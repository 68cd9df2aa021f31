/// Estimates that are looked at again and again, with their confidence sequences.
@NullMarked
package outturn.charts.sequence;

import org.jspecify.annotations.NullMarked;
