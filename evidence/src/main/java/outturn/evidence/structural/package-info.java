/// Structural time series: a level that drifts, a season and regressors, by the Kalman filter.
@NullMarked
package outturn.evidence.structural;

import org.jspecify.annotations.NullMarked;
