/// Mail by SMTP.
@NullMarked
package outturn.tasks.mail;

import org.jspecify.annotations.NullMarked;
