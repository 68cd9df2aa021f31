/// Values of inputs and outputs as JSON text.
@NullMarked
package outturn.store.json;

import org.jspecify.annotations.NullMarked;
