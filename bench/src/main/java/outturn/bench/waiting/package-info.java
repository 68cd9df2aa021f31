/// What runs cost that are held, wait or are parked.
@NullMarked
package outturn.bench.waiting;

import org.jspecify.annotations.NullMarked;
