/// The impact statement as markup, PDF, picture and letter.
@NullMarked
package outturn.report.onepage;

import org.jspecify.annotations.NullMarked;
