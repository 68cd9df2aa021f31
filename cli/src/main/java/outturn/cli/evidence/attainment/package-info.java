/// The command that says whether a plan will reach its target.
@NullMarked
package outturn.cli.evidence.attainment;

import org.jspecify.annotations.NullMarked;
