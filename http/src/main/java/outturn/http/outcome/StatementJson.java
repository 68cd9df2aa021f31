package outturn.http.outcome;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.outcome.onepage.Line;
import outturn.outcome.onepage.OnePage;
import outturn.outcome.onepage.PlainText;
import outturn.outcome.onepage.Section;
import outturn.store.outcome.StatementLetter.Fate;

/// An impact statement as JSON: its parts, the whole as plain text, and to whom it was mailed.
final class StatementJson {
  private StatementJson() {}

  private record Whole(
      String name,
      String title,
      Instant asOf,
      String text,
      List<Part> sections,
      List<Map<String, Object>> letters) {}

  private record Part(String part, String title, List<Said> lines) {}

  private record Said(Optional<String> label, String text) {}

  static Object of(OnePage page, List<Fate> letters) {
    return new Whole(
        page.name(),
        page.title(),
        page.asOf(),
        PlainText.of(page),
        page.sections().stream().map(StatementJson::part).toList(),
        letters.stream().map(StatementJson::letter).toList());
  }

  private static Map<String, Object> letter(Fate fate) {
    var letter = fate.letter();
    var json = new LinkedHashMap<String, Object>();
    json.put("version", letter.version());
    json.put("occasion", letter.occasion().word());
    json.put("channel", letter.channel());
    json.put("by", letter.by());
    json.put("at", letter.at());
    json.put("state", fate.state());
    json.put("tries", fate.tries());
    json.put("sent", fate.sent());
    json.put("to", fate.to());
    json.put("next", fate.next());
    json.put("error", fate.error());
    return json;
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
