/// How long tasks take: what is kept of their history, and draws from it.
@NullMarked
package outturn.engine.duration;

import org.jspecify.annotations.NullMarked;
