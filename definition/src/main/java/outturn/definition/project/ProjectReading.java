package outturn.definition.project;

import java.util.List;
import java.util.Optional;
import outturn.definition.text.Problem;

/// What came of reading a project.
///
/// @param project empty when there is any problem
/// @param problems by file, line and column
public record ProjectReading(Optional<Project> project, List<Problem> problems) {
  public ProjectReading {
    problems = List.copyOf(problems);
  }
}
