/// The server's folder on disk: its identity, its keys and its files, one server at a time.
@NullMarked
package outturn.store.folder;

import org.jspecify.annotations.NullMarked;
