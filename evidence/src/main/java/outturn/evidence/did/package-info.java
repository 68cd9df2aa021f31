/// Difference in differences: units that were treated against units that were not, or not yet.
@NullMarked
package outturn.evidence.did;

import org.jspecify.annotations.NullMarked;
