package outturn.definition.workflow;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.expression.Template;
import outturn.definition.file.FileTerms;
import outturn.definition.flow.ApprovalTerms;

/// What a task does.
public sealed interface Action {

  /// Nothing: a point where branches meet.
  record Nothing() implements Action {}

  /// A process on the worker's host.
  record Run(Command command, Map<String, Template> environment) implements Action {}

  /// How a process is named.
  sealed interface Command {
    /// A program and its arguments; no shell reads them.
    record Arguments(List<Template> arguments) implements Command {}

    /// A line for the shell; it takes no expressions, values go by environment.
    record Shell(String line) implements Command {}
  }

  /// Statements on a named connection.
  record Sql(String connection, Text text, Map<String, Template> parameters) implements Action {}

  /// A text that stands in the definition or in a file of the project.
  sealed interface Text {
    /// Written in the definition.
    record Inline(String text) implements Text {}

    /// A file, by its path in the project.
    record InFile(String path) implements Text {}
  }

  /// A request to a web service.
  ///
  /// @param expect the status codes that mean success; empty means 200 to 299
  record Http(
      String method,
      Template url,
      Map<String, Template> headers,
      Optional<Template> body,
      List<Integer> expect)
      implements Action {}

  /// A wait; it holds no worker.
  sealed interface Wait extends Action {
    /// As long as this.
    record For(Duration length) implements Wait {}

    /// Until an instant: an ISO date-time with offset, or local in the workflow's zone.
    record Until(Template instant) implements Wait {
      /// The instant that a text names, evaluated; empty when it names none.
      ///
      /// @param zone of a local time
      public static Optional<Instant> at(String text, ZoneId zone) {
        try {
          return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noOffset) {
          try {
            return Optional.of(LocalDateTime.parse(text).atZone(zone).toInstant());
          } catch (DateTimeException notATime) {
            return Optional.empty();
          }
        }
      }
    }

    /// Until a file is there, and complete.
    record ForFile(FileTerms terms) implements Wait {}
  }

  /// A run of another workflow of the same project; the task ends as that run ends.
  record Call(String workflow, Map<String, Template> inputs) implements Action {}

  /// A person's word whether the run goes on; it holds no worker.
  record Approval(ApprovalTerms terms) implements Action {}

  /// The collection of a measure's observations; written by us for each measure that has a source.
  record Collect(String measure) implements Action {}
}
