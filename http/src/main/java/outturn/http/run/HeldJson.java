package outturn.http.run;

import java.time.Instant;
import outturn.engine.run.Mark;

/// Who holds a run or a task, since when and why.
record HeldJson(String by, String why, Instant since) {
  static HeldJson of(Mark.By by) {
    return new HeldJson(by.who(), by.why(), by.at());
  }
}
