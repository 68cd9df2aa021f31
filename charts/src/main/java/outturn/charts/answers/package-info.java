/// What people answered, and what it says of all of them.
@NullMarked
package outturn.charts.answers;

import org.jspecify.annotations.NullMarked;
