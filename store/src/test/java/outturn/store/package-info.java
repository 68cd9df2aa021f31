/// What the tests of the store and of the modules above it need.
@NullMarked
package outturn.store;

import org.jspecify.annotations.NullMarked;
