/// The HTTP server: what it serves, where it listens, and how requests come to their handlers.
@NullMarked
package outturn.http;

import org.jspecify.annotations.NullMarked;
