/// What the tests of all charts share: accepted drawings, and texts with their boxes.
@NullMarked
package outturn.charts;

import org.jspecify.annotations.NullMarked;
