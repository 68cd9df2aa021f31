/// Tests of the chain.
@NullMarked
package outturn.charts.chain;

import org.jspecify.annotations.NullMarked;
