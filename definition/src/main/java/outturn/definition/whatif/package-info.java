/// What would become of the starts to come if something were otherwise.
@NullMarked
package outturn.definition.whatif;

import org.jspecify.annotations.NullMarked;
