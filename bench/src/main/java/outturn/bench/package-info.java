/// `outturn bench`: measures a running server from outside, in the shapes that peers publish.
@NullMarked
package outturn.bench;

import org.jspecify.annotations.NullMarked;
