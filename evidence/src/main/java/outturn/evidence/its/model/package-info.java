/// The model of an interrupted time series, what it asks of the data, and its fit.
@NullMarked
package outturn.evidence.its.model;

import org.jspecify.annotations.NullMarked;
