/// The worker: makes attempts on this host and reports how they ended.
@NullMarked
package outturn.runtime.work;

import org.jspecify.annotations.NullMarked;
