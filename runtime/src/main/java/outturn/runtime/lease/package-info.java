/// The lease by which this node may decide.
@NullMarked
package outturn.runtime.lease;

import org.jspecify.annotations.NullMarked;
