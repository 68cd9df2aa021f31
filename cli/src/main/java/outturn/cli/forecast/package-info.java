/// Commands about how runs are expected to end, and why deadlines were kept or missed.
@NullMarked
package outturn.cli.forecast;

import org.jspecify.annotations.NullMarked;
