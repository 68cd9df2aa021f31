/// Services and their levels over HTTP.
@NullMarked
package outturn.http.service;

import org.jspecify.annotations.NullMarked;
