/// Pools, locks and policies: who holds them, and who waits for whom.
@NullMarked
package outturn.http.capacity;

import org.jspecify.annotations.NullMarked;
