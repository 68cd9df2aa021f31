/// The command that values a business case in money.
@NullMarked
package outturn.cli.evidence.money;

import org.jspecify.annotations.NullMarked;
