/// Tests of what every node does.
@NullMarked
package outturn.runtime.node;

import org.jspecify.annotations.NullMarked;
