package outturn.http.ahead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import outturn.definition.ahead.Window;
import outturn.definition.whatif.Course;
import outturn.definition.whatif.Difference;
import outturn.runtime.ahead.Ahead;
import outturn.runtime.ahead.WhatIf;

/// The answer to a supposition as JSON; of each list the first so many, and how many were left out.
record WhatIfJson(
    Instant from,
    Instant to,
    List<Changed> differences,
    List<Shorter> shorter,
    List<Delay> delays,
    Set<String> withoutHistory,
    int leftOut) {
  private static final int MOST = 1000;

  record Changed(String change, Map<String, @Nullable Object> line, Optional<String> why) {}

  record Shorter(
      String workflow,
      Set<String> without,
      Optional<LineJson.Typical> typical,
      double savedSeconds) {}

  /// @param endsNow as it will be; null for a run that would not end or start
  record Delay(
      String workflow,
      String schedule,
      Instant due,
      Optional<Instant> endsNow,
      Optional<Instant> endsThen,
      double waitsSeconds,
      Optional<String> why) {}

  static WhatIfJson of(Window window, WhatIf.Answer.Told told, Ahead ahead) {
    var differences = told.differences().stream().limit(MOST).toList();
    var lines = ahead.known(differences.stream().map(Difference::line).toList());
    var changed = new ArrayList<Changed>();
    for (var place = 0; place < differences.size(); place++) {
      var difference = differences.get(place);
      changed.add(
          new Changed(
              difference.kind().name().toLowerCase(Locale.ROOT),
              LineJson.of(lines.get(place)),
              difference.why()));
    }
    var delays = told.delays().stream().limit(MOST).map(WhatIfJson::delay).toList();
    int all = told.differences().size() + told.delays().size();
    return new WhatIfJson(
        window.from(),
        window.to(),
        changed,
        told.shorter().stream().map(WhatIfJson::shorter).toList(),
        delays,
        told.withoutHistory(),
        all - changed.size() - delays.size());
  }

  private static Shorter shorter(WhatIf.Shorter shorter) {
    return new Shorter(
        shorter.workflow(),
        shorter.tasks(),
        shorter.typical().map(LineJson.Typical::of),
        LineJson.seconds(shorter.saved()));
  }

  private static Delay delay(WhatIf.Delay delay) {
    Course would = delay.would();
    return new Delay(
        would.run().starter().workflow(),
        would.run().starter().schedule().name(),
        would.run().due(),
        delay.will().ended(),
        would.ended(),
        LineJson.seconds(would.waited()),
        would.why());
  }
}
