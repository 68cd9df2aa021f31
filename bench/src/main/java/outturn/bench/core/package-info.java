/// How fast the core decides, with nothing around it.
@NullMarked
package outturn.bench.core;

import org.jspecify.annotations.NullMarked;
