package outturn.engine.forecast;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// When the courses of a situation will have ended.
///
/// @param draws how often it was played
/// @param courses in the order of the situation
public record Forecast(Instant at, int draws, List<CourseForecast> courses) {
  public Forecast {
    courses = List.copyOf(courses);
  }

  public Optional<CourseForecast> course(String key) {
    return courses.stream().filter(course -> course.key().equals(key)).findFirst();
  }
}
