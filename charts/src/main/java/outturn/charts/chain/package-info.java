/// A chain of causes, drawn in columns from what is done to what it is for.
@NullMarked
package outturn.charts.chain;

import org.jspecify.annotations.NullMarked;
