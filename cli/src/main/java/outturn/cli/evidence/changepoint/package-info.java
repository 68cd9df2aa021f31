/// The command that asks where a measure may have changed.
@NullMarked
package outturn.cli.evidence.changepoint;

import org.jspecify.annotations.NullMarked;
