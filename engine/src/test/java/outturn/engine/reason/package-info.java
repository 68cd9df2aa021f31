/// Tests of why runs wait.
@NullMarked
package outturn.engine.reason;

import org.jspecify.annotations.NullMarked;
