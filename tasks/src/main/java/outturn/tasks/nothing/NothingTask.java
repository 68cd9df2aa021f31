package outturn.tasks.nothing;

import java.util.Map;
import outturn.spi.Request;
import outturn.spi.TaskType;

/// A point where branches meet; done at once.
public final class NothingTask implements TaskType {

  @Override
  public String name() {
    return "nothing";
  }

  @Override
  public Result run(Request request) {
    return new Result.Done(Map.of());
  }
}
