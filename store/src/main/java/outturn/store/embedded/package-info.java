/// PostgreSQL in the data folder, for a server without a database of its own.
@NullMarked
package outturn.store.embedded;

import org.jspecify.annotations.NullMarked;
