/// The web application: the files that the module `web` built, as they are sent to browsers.
@NullMarked
package outturn.http.web;

import org.jspecify.annotations.NullMarked;
