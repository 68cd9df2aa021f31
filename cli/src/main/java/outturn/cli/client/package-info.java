/// Finding the server and speaking its HTTP API.
@NullMarked
package outturn.cli.client;

import org.jspecify.annotations.NullMarked;
