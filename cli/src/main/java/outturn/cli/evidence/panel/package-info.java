/// Files with a row for each unit and period, as commands on comparison groups read them.
@NullMarked
package outturn.cli.evidence.panel;

import org.jspecify.annotations.NullMarked;
