/// The command that says what changed in treated units, compared with others.
@NullMarked
package outturn.cli.evidence.did;

import org.jspecify.annotations.NullMarked;
