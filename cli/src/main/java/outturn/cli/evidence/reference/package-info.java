/// Holds what is computed here against published values and those of other programs.
@NullMarked
package outturn.cli.evidence.reference;

import org.jspecify.annotations.NullMarked;
