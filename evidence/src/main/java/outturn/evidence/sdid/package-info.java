/// Synthetic difference in differences: treated units against weighted others, and the periods
/// after against weighted periods before.
@NullMarked
package outturn.evidence.sdid;

import org.jspecify.annotations.NullMarked;
