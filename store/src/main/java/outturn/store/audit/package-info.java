/// The append-only record of who changed what, when and why.
@NullMarked
package outturn.store.audit;

import org.jspecify.annotations.NullMarked;
