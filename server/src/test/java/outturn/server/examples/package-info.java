/// The example projects and the language's page, read and run without a server.
@NullMarked
package outturn.server.examples;

import org.jspecify.annotations.NullMarked;
