/// Surveys: waves, who is asked, and answers that nobody can link to a person.
@NullMarked
package outturn.store.survey;

import org.jspecify.annotations.NullMarked;
