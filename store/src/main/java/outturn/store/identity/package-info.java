/// Who may do what: users, roles, API tokens and browser sessions.
@NullMarked
package outturn.store.identity;

import org.jspecify.annotations.NullMarked;
