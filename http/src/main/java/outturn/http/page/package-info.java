/// The plain page: a web page without script that shows outcomes and the latest runs.
@NullMarked
package outturn.http.page;

import org.jspecify.annotations.NullMarked;
