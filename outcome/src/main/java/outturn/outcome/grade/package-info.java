/// How much a claim of effect can bear.
@NullMarked
package outturn.outcome.grade;

import org.jspecify.annotations.NullMarked;
