/// Commits what was decided, in one transaction and behind a fence.
@NullMarked
package outturn.store.journal;

import org.jspecify.annotations.NullMarked;
