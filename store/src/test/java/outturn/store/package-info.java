/// Tests of what is stored, with a real PostgreSQL.
@NullMarked
package outturn.store;

import org.jspecify.annotations.NullMarked;
