/// Services: what IT provides, with the outputs it promises and the outcomes they serve.
@NullMarked
package outturn.definition.service;

import org.jspecify.annotations.NullMarked;
