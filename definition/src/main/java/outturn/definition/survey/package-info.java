/// Surveys: what people are asked, who they are, and what may be shown of their answers.
@NullMarked
package outturn.definition.survey;

import org.jspecify.annotations.NullMarked;
