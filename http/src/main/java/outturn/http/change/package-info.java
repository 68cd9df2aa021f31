/// Dated events over HTTP, and what people say of shifts.
@NullMarked
package outturn.http.change;

import org.jspecify.annotations.NullMarked;
