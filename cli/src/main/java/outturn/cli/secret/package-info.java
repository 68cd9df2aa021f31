/// Commands about secrets.
@NullMarked
package outturn.cli.secret;

import org.jspecify.annotations.NullMarked;
