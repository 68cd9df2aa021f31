/// Backfills: runs of one workflow for many business dates, ordered at once.
@NullMarked
package outturn.runtime.backfill;

import org.jspecify.annotations.NullMarked;
