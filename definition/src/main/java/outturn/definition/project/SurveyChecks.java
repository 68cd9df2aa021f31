package outturn.definition.project;

import outturn.definition.notify.Channel;
import outturn.definition.notify.Target;
import outturn.definition.survey.Population.Person;
import outturn.definition.survey.Survey;
import outturn.definition.text.Position;
import outturn.definition.text.Problems;

/// Checks that surveys can be sent: by mail, to people with addresses.
final class SurveyChecks {
  private final Catalog<Channel> channels;
  private final Project.Effect effect;
  private final Problems problems;

  SurveyChecks(Catalog<Channel> channels, Project.Effect effect, Problems problems) {
    this.channels = channels;
    this.effect = effect;
    this.problems = problems;
  }

  void check() {
    for (var survey : effect.surveys().all()) {
      effect.surveys().position(survey.name()).ifPresent(position -> check(survey, position));
    }
  }

  private void check(Survey survey, Position position) {
    channels
        .find(survey.delivery().channel())
        .filter(channel -> !(channel.target() instanceof Target.Mail))
        .ifPresent(channel ->
            problems.add(
                position,
                "not-mail",
                "the channel '%s' of the survey is not one of mail".formatted(channel.name()),
                "people get their links by mail: name a channel with mail:"));
    survey
        .population()
        .group()
        .flatMap(effect.groups()::find)
        .ifPresent(group -> {
          var strange = group.members().stream().filter(each -> !Person.isAddress(each)).toList();
          if (!strange.isEmpty()) {
            problems.add(
                position,
                "not-an-address",
                "the member '%s' of the group '%s' is no address of mail"
                    .formatted(strange.getFirst(), group.name()),
                "a survey goes to groups whose members are written as addresses");
          }
        });
  }
}
