/// Where things stand in files, and what is wrong with them.
@NullMarked
package outturn.definition.text;

import org.jspecify.annotations.NullMarked;
