/// The server's connections to PostgreSQL, in lanes, and the schema that they find.
@NullMarked
package outturn.store.database;

import org.jspecify.annotations.NullMarked;
