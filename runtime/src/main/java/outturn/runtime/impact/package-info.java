/// What the changes behind outcomes did: read, kept on review dates, and signed.
@NullMarked
package outturn.runtime.impact;

import org.jspecify.annotations.NullMarked;
