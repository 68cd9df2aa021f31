/// Advice on the statement of an outcome: does it say who gets what, or only what is done?
@NullMarked
package outturn.outcome.statement;

import org.jspecify.annotations.NullMarked;
