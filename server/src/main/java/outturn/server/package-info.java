/// The composition root: builds every object of the product by hand, in the order in which it
/// starts.
@NullMarked
package outturn.server;

import org.jspecify.annotations.NullMarked;
