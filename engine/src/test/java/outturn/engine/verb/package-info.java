@NullMarked
package outturn.engine.verb;

import org.jspecify.annotations.NullMarked;
