/// How good forecasts and chances were, once it is known what came.
@NullMarked
package outturn.evidence.score;

import org.jspecify.annotations.NullMarked;
