/// The shapes of mappings: which keys there are and what each takes. Reading and the JSON Schema
/// for editors both come from here.
@NullMarked
package outturn.definition.shape;

import org.jspecify.annotations.NullMarked;
