/// What a planned analysis will be able to see.
@NullMarked
package outturn.charts.power;

import org.jspecify.annotations.NullMarked;
