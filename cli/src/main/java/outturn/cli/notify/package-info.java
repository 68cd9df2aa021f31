/// Commands about what people are told.
@NullMarked
package outturn.cli.notify;

import org.jspecify.annotations.NullMarked;
