/// Tests of services.
@NullMarked
package outturn.definition.service;

import org.jspecify.annotations.NullMarked;
