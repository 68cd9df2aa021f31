package outturn.http.outcome;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import outturn.outcome.onepage.Line;
import outturn.outcome.onepage.OnePage;
import outturn.outcome.onepage.PlainText;
import outturn.outcome.onepage.Section;

/// An impact statement as JSON: its parts, and the whole as plain text.
final class StatementJson {
  private StatementJson() {}

  private record Whole(String name, String title, Instant asOf, String text, List<Part> sections) {}

  private record Part(String part, String title, List<Said> lines) {}

  private record Said(Optional<String> label, String text) {}

  static Object of(OnePage page) {
    return new Whole(
        page.name(),
        page.title(),
        page.asOf(),
        PlainText.of(page),
        page.sections().stream().map(StatementJson::part).toList());
  }

  private static Part part(Section section) {
    return new Part(
        section.part().word(),
        section.part().title(),
        section.lines().stream().map(StatementJson::said).toList());
  }

  private static Said said(Line line) {
    return new Said(Optional.of(line.label()).filter(label -> !label.isEmpty()), line.text());
  }
}
