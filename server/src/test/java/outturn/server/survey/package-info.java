/// Surveys from outside, with a real mail server.
@NullMarked
package outturn.server.survey;

import org.jspecify.annotations.NullMarked;
