/// What tests of the engine are written with: sketches of workflows, tables in memory, a node.
@NullMarked
package outturn.engine;

import org.jspecify.annotations.NullMarked;
