/// Tests of the value chain.
@NullMarked
package outturn.outcome.chain;

import org.jspecify.annotations.NullMarked;
