/// Tasks that ask a database.
@NullMarked
package outturn.tasks.sql;

import org.jspecify.annotations.NullMarked;
