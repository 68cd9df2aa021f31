package outturn.http.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import outturn.definition.service.Service;
import outturn.definition.service.Service.Kept;
import outturn.definition.shape.Choices;
import outturn.definition.text.Nearest;
import outturn.evidence.xmr.Limits;
import outturn.evidence.xmr.Signal;
import outturn.evidence.xmr.XmrPoint;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.outcome.level.Budget;
import outturn.outcome.level.Course;
import outturn.outcome.level.Level;
import outturn.outcome.level.Occasion;
import outturn.outcome.level.Tally;
import outturn.runtime.project.InForce;

/// Services and their levels, as JSON.
final class LevelJson {
  private LevelJson() {}

  record Provided(
      String name, String title, String project, Optional<String> owner, List<Line> outputs) {}

  private record Whole(
      String name, String title, String project, Optional<String> owner, List<Full> outputs) {}

  record Line(
      String name,
      String promise,
      String sentence,
      String judgement,
      Terms terms,
      Counted counted,
      Optional<Spent> budget) {}

  /// What was promised, and over which days it is judged.
  private record Terms(
      Optional<ByDeadline> deadline,
      Optional<ByMeasure> measure,
      Optional<Double> target,
      String window,
      LocalDate from,
      LocalDate to,
      List<String> serves) {}

  private record ByDeadline(String workflow, String name) {}

  private record ByMeasure(String name, double atLeast) {}

  private record Counted(
      int met, int breached, int notYet, int notDue, int due, Optional<Share> share) {}

  private record Share(double value, double low, double high) {}

  private record Spent(double allowed, int used, double left, Optional<Double> burn) {}

  private record Full(Line level, List<Time> occasions, Optional<Lateness> lateness) {}

  private record Time(
      LocalDate date,
      String standing,
      Optional<Instant> due,
      Optional<Instant> end,
      Optional<Double> value) {}

  private record Lateness(
      Optional<Double> mean,
      Optional<Double> lower,
      Optional<Double> upper,
      List<Flag> flags,
      List<String> warnings) {}

  private record Flag(LocalDate date, String kind, String rule) {}

  static InForce.Entry<Service> find(String name, InForce inForce) {
    return inForce.services().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            Problem.of(
                    Code.NOT_FOUND,
                    "no service '%s'; %s"
                        .formatted(name, Nearest.hint(name, InForce.names(inForce.services()))))
                .refused());
  }

  /// How all of them stand.
  static String sentence(List<Provided> services) {
    var outputs = services.stream().flatMap(each -> each.outputs().stream()).toList();
    if (outputs.isEmpty()) return "No service in force promises an output yet.";
    long judged = outputs.stream().filter(each -> each.budget().isPresent()).count();
    long broken =
        outputs.stream()
            .filter(each -> each.judgement().equals(Choices.word(Level.Judgement.BROKEN)))
            .count();
    if (judged == 0) {
      return "No promise can be judged yet: each needs a target, and something that was due.";
    }
    return "%s kept as often as %s should be%s."
        .formatted(
            judged == 1
                ? broken == 0
                    ? "The one promise with a target is"
                    : "The one promise with a target is not"
                : "%d of %d promises with a target are".formatted(judged - broken, judged),
            judged == 1 ? "it" : "they",
            outputs.size() == judged
                ? ""
                : "; %d more cannot be judged yet".formatted(outputs.size() - judged));
  }

  static Provided service(InForce.Entry<Service> entry, List<Level> levels) {
    var service = entry.value();
    return new Provided(
        service.name(),
        service.title(),
        entry.project(),
        service.owner(),
        levels.stream().map(LevelJson::line).toList());
  }

  static Object whole(InForce.Entry<Service> entry, List<Level> levels) {
    var service = entry.value();
    return new Whole(
        service.name(),
        service.title(),
        entry.project(),
        service.owner(),
        levels.stream()
            .map(level ->
                new Full(
                    line(level),
                    level.occasions().stream().map(LevelJson::time).toList(),
                    level.course().map(LevelJson::lateness)))
            .toList());
  }

  private static Line line(Level level) {
    return new Line(
        level.output().name(),
        level.output().promise(),
        level.sentence(),
        Choices.word(level.judgement()),
        terms(level),
        counted(level.tally()),
        level.budget().map(LevelJson::spent));
  }

  private static Terms terms(Level level) {
    var output = level.output();
    return new Terms(
        output
            .kept()
            .filter(Kept.ByDeadline.class::isInstance)
            .map(Kept.ByDeadline.class::cast)
            .map(each -> new ByDeadline(each.workflow(), each.deadline())),
        output
            .kept()
            .filter(Kept.ByMeasure.class::isInstance)
            .map(Kept.ByMeasure.class::cast)
            .map(each -> new ByMeasure(each.measure(), each.atLeast())),
        output.target(),
        Level.window(output).text(),
        level.span().from(),
        level.span().to(),
        output.serves().stream().map(Service.Serves::outcome).toList());
  }

  private static Counted counted(Tally tally) {
    return new Counted(
        tally.met(),
        tally.breached(),
        tally.notYet(),
        tally.notDue(),
        tally.due(),
        tally
            .attained()
            .map(
                each -> new Share(each.share(), each.interval().lower(), each.interval().upper())));
  }

  private static Spent spent(Budget budget) {
    var burn = budget.burn();
    return new Spent(
        budget.allowed(),
        budget.used(),
        budget.left(),
        burn.isPresent() ? Optional.of(burn.getAsDouble()) : Optional.empty());
  }

  private static Time time(Occasion occasion) {
    var value = occasion.value();
    return new Time(
        occasion.date(),
        Choices.word(occasion.standing()),
        occasion.due(),
        occasion.end(),
        value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty());
  }

  private static Lateness lateness(Course course) {
    var limits = course.xmr().phases().getLast().limits();
    return new Lateness(
        limits.map(Limits::centre),
        limits.map(Limits::lower),
        limits.map(Limits::upper),
        course.xmr().points().stream()
            .filter(XmrPoint::isSpecialCause)
            .map(point -> flag(course, point))
            .toList(),
        course.xmr().warnings().stream().map(each -> each.text()).toList());
  }

  private static Flag flag(Course course, XmrPoint point) {
    return new Flag(
        course.dates().get(point.index()),
        Choices.word(point.variation()),
        point.signal().map(Signal::rule).map(Choices::word).orElse(""));
  }
}
