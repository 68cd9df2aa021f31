/// Units observed in the same periods, some of them treated from some period on.
@NullMarked
package outturn.evidence.panel;

import org.jspecify.annotations.NullMarked;
