package outturn.http.service;

import java.util.List;
import outturn.definition.text.Nearest;
import outturn.http.outcome.ChartAnswer;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.outcome.level.Level;
import outturn.runtime.level.Levels;
import outturn.runtime.project.InForce;

/// Services, and how their outputs keep what they promise.
public final class ServiceRoutes {
  private final Levels levels;
  private final InForce inForce;

  public ServiceRoutes(Levels levels, InForce inForce) {
    this.levels = levels;
    this.inForce = inForce;
  }

  private record All(String sentence, List<LevelJson.Provided> services) {}

  public Answer list(Call call) {
    call.allow();
    var services =
        inForce.services().stream()
            .map(each -> LevelJson.service(each, levels.of(each.value())))
            .toList();
    return Answer.json(new All(LevelJson.sentence(services), services));
  }

  public Answer levels(Call call) {
    call.allow();
    var service = LevelJson.find(call.path("name"), inForce);
    return Answer.json(LevelJson.whole(service, levels.of(service.value())));
  }

  public Answer chart(Call call) {
    call.allow("width", "height", "standalone");
    var size = ChartAnswer.size(call);
    var level = level(call);
    return LevelChart.of(level, size)
        .map(drawing -> ChartAnswer.of(drawing, call))
        .orElseGet(() ->
            Problem.of(
                    Code.NOT_FOUND,
                    "no work of output '%s' ended in its window, so there is no chart of lateness"
                        .formatted(call.path("output")))
                .answer());
  }

  private Level level(Call call) {
    var service = LevelJson.find(call.path("name"), inForce);
    var name = call.path("output");
    return levels.of(service.value()).stream()
        .filter(each -> each.output().name().equals(name))
        .findFirst()
        .orElseThrow(() -> {
          var known = service.value().outputs().stream().map(each -> each.name()).toList();
          return Problem.of(
                  Code.NOT_FOUND,
                  "service '%s' has no output '%s'; %s"
                      .formatted(service.name(), name, Nearest.hint(name, known)))
              .refused();
        });
  }
}
