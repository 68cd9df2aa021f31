/// Messages that cross partitions or nodes.
@NullMarked
package outturn.store.mailbox;

import org.jspecify.annotations.NullMarked;
