/// Secrets of connections and tasks, encrypted at rest.
@NullMarked
package outturn.store.secret;

import org.jspecify.annotations.NullMarked;
