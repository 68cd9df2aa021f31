/// The rules of the house: what may depend on what, how things are named and how large they may be.
@NullMarked
package outturn.server.house;

import org.jspecify.annotations.NullMarked;
