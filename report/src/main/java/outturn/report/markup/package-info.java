/// Markup for screens and paper.
@NullMarked
package outturn.report.markup;

import org.jspecify.annotations.NullMarked;
