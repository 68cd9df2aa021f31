/// Surveys: their waves for those who ask, and a page for those who answer.
@NullMarked
package outturn.http.survey;

import org.jspecify.annotations.NullMarked;
