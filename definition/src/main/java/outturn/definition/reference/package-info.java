/// What one object of a project says about another.
@NullMarked
package outturn.definition.reference;

import org.jspecify.annotations.NullMarked;
