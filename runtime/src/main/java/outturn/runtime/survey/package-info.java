/// Surveys: waves are opened, mailed, answered and counted.
@NullMarked
package outturn.runtime.survey;

import org.jspecify.annotations.NullMarked;
