/// What keeps a server safe: backups, and the release of a restored copy.
@NullMarked
package outturn.http.upkeep;

import org.jspecify.annotations.NullMarked;
