/// The decision loop: what happened goes in, is decided, committed, and only then made true.
@NullMarked
package outturn.runtime.decide;

import org.jspecify.annotations.NullMarked;
