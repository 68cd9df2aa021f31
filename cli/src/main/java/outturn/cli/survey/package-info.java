/// Commands about surveys.
@NullMarked
package outturn.cli.survey;

import org.jspecify.annotations.NullMarked;
