/// The command that forecasts a measure from its own past.
@NullMarked
package outturn.cli.evidence.forecast;

import org.jspecify.annotations.NullMarked;
