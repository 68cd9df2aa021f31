/// How large an effect must be to be seen: to be asked when a measure is defined, not after
/// go-live.
@NullMarked
package outturn.evidence.power;

import org.jspecify.annotations.NullMarked;
