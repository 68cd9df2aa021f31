/// The servers on this database.
@NullMarked
package outturn.http.node;

import org.jspecify.annotations.NullMarked;
