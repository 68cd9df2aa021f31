/// The command that says what changed by a Bayesian structural time series.
@NullMarked
package outturn.cli.evidence.bsts;

import org.jspecify.annotations.NullMarked;
