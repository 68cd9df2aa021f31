package outturn.http.outcome;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import outturn.definition.outcome.Lever;
import outturn.definition.text.Nearest;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.outcome.confirm.Supposition;
import outturn.outcome.position.OutcomePosition;
import outturn.runtime.outcome.Plans;
import outturn.runtime.project.InForce;

/// What would come of a plan if it were another one; nothing is kept of it.
public final class WhatIfRoutes {
  private static final int MOST_DAYS = 730;
  private static final int MOST_PERCENT = 200;
  private static final int ALL = 100;

  private final Plans plans;
  private final InForce inForce;

  public WhatIfRoutes(Plans plans, InForce inForce) {
    this.plans = plans;
    this.inForce = inForce;
  }

  public Answer show(Call call) {
    call.allow("late", "effect", "adoption", "without");
    var name = call.path("name");
    var outcome = plans.outcome(name).orElseThrow(() -> NoOutcome.named(name, inForce));
    var supposition =
        new Supposition(
            call.whole("late", 0, MOST_DAYS).orElse(0),
            call.whole("effect", 0, MOST_PERCENT).orElse(ALL) / (double) ALL,
            call.whole("adoption", 0, ALL).orElse(ALL) / (double) ALL,
            without(call, outcome.value()));
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("name", name);
    json.put(
        "measures",
        outcome.value().measures().stream()
            .map(position ->
                PlanJson.supposed(
                    position, plans.supposing(outcome.value(), position, supposition)))
            .toList());
    return Answer.json(json);
  }

  private static Set<String> without(Call call, OutcomePosition outcome) {
    var known = outcome.outcome().levers().stream().map(Lever::name).toList();
    var named =
        call.query("without").stream()
            .flatMap(list -> Arrays.stream(list.split(",", -1)))
            .flatMap(WhatIfRoutes::name)
            .collect(Collectors.toSet());
    named.stream().filter(each -> !known.contains(each)).findFirst().ifPresent(unknown -> {
      throw unknown(unknown, known);
    });
    return named;
  }

  private static Stream<String> name(String written) {
    return Stream.of(written.strip()).filter(each -> !each.isEmpty());
  }

  private static RuntimeException unknown(String lever, List<String> known) {
    return Problem.of(
            Code.BAD_REQUEST,
            "'without' names no lever of the outcome: '%s'; %s"
                .formatted(lever, Nearest.hint(lever, known)))
        .refused();
  }
}
