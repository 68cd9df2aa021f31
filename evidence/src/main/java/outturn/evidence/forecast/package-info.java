/// Forecasts of a series from its own past, with intervals from what such forecasts missed before.
@NullMarked
package outturn.evidence.forecast;

import org.jspecify.annotations.NullMarked;
