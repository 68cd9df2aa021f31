/// Surveys: who is asked, what an answer is, and what may be told of all of them.
@NullMarked
package outturn.outcome.survey;

import org.jspecify.annotations.NullMarked;
