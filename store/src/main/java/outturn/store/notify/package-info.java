/// What people are told: problems, and the messages about them.
@NullMarked
package outturn.store.notify;

import org.jspecify.annotations.NullMarked;
