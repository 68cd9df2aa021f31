/// Bayesian structural time series: a walking level and controls, learned before an intervention,
/// say what would have been after it.
@NullMarked
package outturn.evidence.bsts;

import org.jspecify.annotations.NullMarked;
