/// Synthetic control: one treated unit against a weighted mean of untreated ones.
@NullMarked
package outturn.evidence.synthetic;

import org.jspecify.annotations.NullMarked;
