/// The threads of a node, from start to clean stop.
@NullMarked
package outturn.runtime.node;

import org.jspecify.annotations.NullMarked;
