package outturn.tasks.nothing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.spi.TaskType.Result;
import outturn.tasks.Attempt;

class NothingTaskTest {

  @Test
  void isDoneAtOnceWithoutOutputs(@TempDir Path folder) throws Exception {
    var attempt = new Attempt(folder, "nothing", Map.of(), Map.of());

    assertThat(attempt.run(new NothingTask())).isEqualTo(new Result.Done(Map.of()));
  }
}
