/// Pools and locks, and who waits for them.
@NullMarked
package outturn.http.capacity;

import org.jspecify.annotations.NullMarked;
