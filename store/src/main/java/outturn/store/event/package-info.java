/// Events that came for triggers, and what runs wait for: their rows.
@NullMarked
package outturn.store.event;

import org.jspecify.annotations.NullMarked;
