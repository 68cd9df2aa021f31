package outturn.outcome.onepage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outturn.evidence.estimate.Answer;
import outturn.outcome.impact.ImpactFinding;
import outturn.outcome.words.OutcomeSentences;
import outturn.outcome.words.PositionSentences;
import outturn.outcome.words.Titles;

/// The one-page impact statement of an outcome.
///
/// @param name of the outcome
/// @param sections every part once, in the order of [Part]
/// @param asOf what was known then
public record OnePage(
    String name, String title, List<Section> sections, Optional<Picture> picture, Instant asOf) {
  /// More measures have no room.
  static final int MOST_MEASURES = 3;

  public OnePage {
    sections = List.copyOf(sections);
  }

  /// The same material gives the same statement.
  public static OnePage of(Material material) {
    var outcome = material.outcome().outcome();
    var source = new Source(material);
    var picture = picture(material);
    var ground = new Ground(material);
    var sections =
        List.of(
            new Section(Part.OUTCOME, List.of(words(material))),
            new Section(Part.BENEFICIARY, List.of(beneficiary(material))),
            new Section(Part.RESULT, result(material)),
            new Section(Part.CHART, List.of(caption(material, picture))),
            new Section(Part.DEEDS, new Deeds(material).lines()),
            new Section(Part.CONFIDENCE, ground.confidence()),
            new Section(Part.MONEY, WorthLines.of(material)),
            new Section(Part.EXPLANATIONS, ground.explanations()),
            new Section(Part.NEXT, new Ahead(material).lines()),
            new Section(Part.DATA, source.data()),
            new Section(Part.SIGNATURES, source.signatures()));
    return new OnePage(
        outcome.name(),
        Cut.title(outcome.about().title()),
        sections,
        picture,
        material.outcome().asOf());
  }

  public Section section(Part part) {
    return sections.get(sections.stream().map(Section::part).toList().indexOf(part));
  }

  private static Line words(Material material) {
    return Line.of(Cut.words(OutcomeSentences.statement(material.outcome())));
  }

  private static Line beneficiary(Material material) {
    var outcome = material.outcome().outcome();
    return Line.of(
        Cut.words(
            "%s Accountable: %s."
                .formatted(
                    Cut.sentence(Cut.title(Titles.first(outcome.statement().who()))),
                    outcome.about().owner())));
  }

  private static List<Line> result(Material material) {
    if (material.measured().isEmpty()) {
      return List.of(Line.of("None of its measures is in force, so nothing is known yet."));
    }
    var lines = new ArrayList<Line>();
    for (var each : material.measured().stream().limit(MOST_MEASURES).toList()) {
      lines.add(material.line(each, result(each)));
    }
    int more = material.measured().size() - MOST_MEASURES;
    if (more > 0) {
      lines.add(Line.of("%d more are told by outturn outcome impact.".formatted(more)));
    }
    return lines;
  }

  private static String result(Measured measured) {
    return switch (measured.finding()) {
      case Answer.Found<ImpactFinding>(var finding) -> finding.verdict().sentence();
      case Answer.Refused<ImpactFinding>(var why) ->
          "What the work did is not known: %s %s"
              .formatted(Cut.sentence(why.text()), PositionSentences.of(measured.position()));
    };
  }

  /// That of the first measure of which a figure is told.
  private static Optional<Picture> picture(Material material) {
    return material.measured().stream()
        .filter(each -> each.finding().result().filter(Ground::hasFigure).isPresent())
        .findFirst()
        .map(each -> picture(each, each.finding().result().orElseThrow()));
  }

  private static Picture picture(Measured measured, ImpactFinding finding) {
    return new Picture(
        measured.position().measure(),
        finding.course(),
        finding.scope().intervention().title(),
        finding.effect().average().interval().level(),
        Ground.caption(measured, finding));
  }

  private static Line caption(Material material, Optional<Picture> picture) {
    return picture
        .map(each -> Line.of(Cut.sentences(each.caption())))
        .orElseGet(() ->
            Line.of(
                material.measured().stream().anyMatch(each -> each.finding().result().isPresent())
                    ? "There is no chart of what would have been without the change, since no figure is reported."
                    : "There is no chart, since nothing could be compared yet."));
  }
}
