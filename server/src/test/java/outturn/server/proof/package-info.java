/// The whole server, used from outside: over HTTP and by the command line.
@NullMarked
package outturn.server.proof;

import org.jspecify.annotations.NullMarked;
