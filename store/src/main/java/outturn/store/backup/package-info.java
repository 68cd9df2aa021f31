/// Backups: a whole database in one file, and back.
@NullMarked
package outturn.store.backup;

import org.jspecify.annotations.NullMarked;
