/// The web application in a real browser.
@NullMarked
package outturn.server.browser;

import org.jspecify.annotations.NullMarked;
