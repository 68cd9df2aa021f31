/// Tests of runs: how they are told, operated, and how their logs are read.
@NullMarked
package outturn.http.run;

import org.jspecify.annotations.NullMarked;
