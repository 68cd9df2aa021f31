/// Commands about API tokens.
@NullMarked
package outturn.cli.token;

import org.jspecify.annotations.NullMarked;
