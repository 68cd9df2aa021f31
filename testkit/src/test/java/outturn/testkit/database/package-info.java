/// A database in memory that means what the real one does, and the lines to it that can be cut.
@NullMarked
package outturn.testkit.database;

import org.jspecify.annotations.NullMarked;
