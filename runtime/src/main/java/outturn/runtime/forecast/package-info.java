/// Foresees how runs will end that live or are to come, and warns of what endangers their
/// deadlines.
@NullMarked
package outturn.runtime.forecast;

import org.jspecify.annotations.NullMarked;
