/// Dated events that were told to the server, and what people say of unexplained shifts.
@NullMarked
package outturn.store.change;

import org.jspecify.annotations.NullMarked;
