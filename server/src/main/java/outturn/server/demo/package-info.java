/// The demonstration: a server with the example projects at work.
@NullMarked
package outturn.server.demo;

import org.jspecify.annotations.NullMarked;
