/// The HTTP server from the outside: requests over the network, a real database, a real engine.
@NullMarked
package outturn.http;

import org.jspecify.annotations.NullMarked;
