/// A year of finished runs in the tables, and how fast they are listed.
@NullMarked
package outturn.bench.history;

import org.jspecify.annotations.NullMarked;
