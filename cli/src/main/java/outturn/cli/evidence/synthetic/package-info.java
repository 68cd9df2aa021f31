/// The command that says what changed in a unit, compared with a weighted mean of others.
@NullMarked
package outturn.cli.evidence.synthetic;

import org.jspecify.annotations.NullMarked;
