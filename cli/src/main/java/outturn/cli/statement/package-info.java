/// Commands about the statements of outcomes, without a server.
@NullMarked
package outturn.cli.statement;

import org.jspecify.annotations.NullMarked;
