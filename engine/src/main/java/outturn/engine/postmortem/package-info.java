/// What made a promised end late, part by part, so that the parts add up.
@NullMarked
package outturn.engine.postmortem;

import org.jspecify.annotations.NullMarked;
