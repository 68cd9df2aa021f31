/// How long runs and logs are kept.
@NullMarked
package outturn.runtime.retention;

import org.jspecify.annotations.NullMarked;
