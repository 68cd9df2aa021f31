/// Change points: where a series may have changed without anyone saying so, as questions to those
/// who were there.
@NullMarked
package outturn.evidence.changepoint;

import org.jspecify.annotations.NullMarked;
