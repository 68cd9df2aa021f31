package outturn.runtime.forecast;

import java.time.Instant;
import java.util.Map;
import outturn.engine.forecast.Course;
import outturn.engine.forecast.CourseForecast;
import outturn.engine.forecast.DeadlineForecast;

/// What is foreseen of a run.
///
/// @param at when
/// @param causes what the promised end hangs on, in words, by deadline
/// @param group the name of the runs that were forecast together
public record Foreseen(
    Subject subject,
    Instant at,
    Course course,
    CourseForecast forecast,
    Map<String, String> causes,
    String group) {
  public Foreseen {
    causes = Map.copyOf(causes);
  }

  /// In words; empty when there is nothing to say.
  public String cause(DeadlineForecast deadline) {
    return causes.getOrDefault(deadline.promise().name(), "");
  }
}
