package outturn.runtime.notify;

import java.util.function.Consumer;
import outturn.spi.Request;
import outturn.spi.TaskType.Result;

/// Brings one message to where it is to go: by SMTP, or by HTTP.
@FunctionalInterface
public interface Carrier {
  /// @param json gets the answer, if it was JSON
  Result carry(Request request, Consumer<Object> json) throws InterruptedException;
}
