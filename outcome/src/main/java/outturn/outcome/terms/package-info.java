/// What people commit to, as lines of text with a hash: another text is another commitment.
@NullMarked
package outturn.outcome.terms;

import org.jspecify.annotations.NullMarked;
