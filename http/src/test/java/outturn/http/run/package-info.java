/// Tests of how logs are read.
@NullMarked
package outturn.http.run;

import org.jspecify.annotations.NullMarked;
