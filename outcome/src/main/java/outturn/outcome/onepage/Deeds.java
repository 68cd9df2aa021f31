package outturn.outcome.onepage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import outturn.definition.outcome.Lever;
import outturn.outcome.amount.Units;
import outturn.outcome.confirm.Adopted;
import outturn.outcome.period.Dates;
import outturn.outcome.period.Periods;
import outturn.outcome.position.LeverStart;
import outturn.outcome.words.Titles;

/// What was done, by people, process and technology; an element that is missing is told.
final class Deeds {
  private static final int MOST = 3;
  private static final int TITLE = 64;
  private static final double HUNDRED = 100;

  private final Material material;

  Deeds(Material material) {
    this.material = material;
  }

  List<Line> lines() {
    return Stream.of(Lever.Element.values()).map(this::line).toList();
  }

  private Line line(Lever.Element element) {
    var word = element.name().toLowerCase(Locale.ROOT);
    var deeds =
        material.outcome().levers().stream()
            .filter(each -> each.lever().about().element() == element)
            .map(this::deed)
            .toList();
    var text =
        deeds.isEmpty()
            ? "Nothing: the plan has no lever of %s.".formatted(word)
            : String.join("; ", Cut.first(deeds, MOST)) + ".";
    return new Line(Titles.first(word), text);
  }

  private String deed(LeverStart start) {
    var facts = new ArrayList<String>();
    facts.add(start.date().map(this::from).orElse("no date yet"));
    rollout(start.lever()).ifPresent(facts::add);
    if (hasBegun(start)) {
      start.lever().spread().adoption().map(this::adoption).ifPresent(facts::add);
    }
    return "%s (%s)"
        .formatted(
            Titles.first(Cut.to(start.lever().about().title(), TITLE)), String.join(", ", facts));
  }

  private boolean hasBegun(LeverStart start) {
    return start.date().filter(date -> !date.isAfter(material.day())).isPresent();
  }

  private String from(LocalDate date) {
    return (date.isAfter(material.day()) ? "planned for " : "since ") + Dates.shortly(date);
  }

  private static Optional<String> rollout(Lever lever) {
    var dates = lever.spread().rollout().values().stream().sorted().distinct().toList();
    if (dates.size() < 2) return Optional.empty();
    return Optional.of(
        "in %d steps until %s".formatted(dates.size(), Dates.shortly(dates.getLast())));
  }

  private String adoption(Lever.Adoption adoption) {
    return adoption
        .actual()
        .flatMap(name -> Optional.ofNullable(material.adopted().get(name)))
        .filter(each -> !each.values().isEmpty())
        .map(Deeds::measured)
        .orElse("adoption not measured");
  }

  private static String measured(Adopted adopted) {
    var last = adopted.values().lastEntry();
    double percent =
        Units.isPercent(adopted.measure().quantity()) ? last.getValue() : HUNDRED * last.getValue();
    var when = new Periods(adopted.measure().rhythm().cadence()).label(last.getKey());
    return String.format(Locale.ROOT, "adoption %.0f\u00A0%% in %s", percent, when);
  }
}
