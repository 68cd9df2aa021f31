/// The value chain over HTTP: as a graph, and drawn.
@NullMarked
package outturn.http.chain;

import org.jspecify.annotations.NullMarked;
