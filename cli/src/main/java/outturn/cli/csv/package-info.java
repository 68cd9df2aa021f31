/// CSV files as columns of numbers and periods, and why one cannot be used.
@NullMarked
package outturn.cli.csv;

import org.jspecify.annotations.NullMarked;
