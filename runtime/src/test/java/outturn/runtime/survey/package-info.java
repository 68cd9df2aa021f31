/// Tests of surveys and their waves.
@NullMarked
package outturn.runtime.survey;

import org.jspecify.annotations.NullMarked;
