/// JSON: written as records say, read strictly.
@NullMarked
package outturn.http.json;

import org.jspecify.annotations.NullMarked;
