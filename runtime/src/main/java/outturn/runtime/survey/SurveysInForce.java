package outturn.runtime.survey;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import outturn.definition.notify.Channel;
import outturn.definition.project.Kind;
import outturn.definition.survey.Language;
import outturn.definition.survey.Population.Person;
import outturn.definition.survey.Survey;
import outturn.runtime.project.InForce;
import outturn.runtime.project.Versions;
import outturn.store.project.ProjectReader;
import outturn.store.survey.Wave;

/// The surveys of all projects, each at the version that says it; and those of waves, at the
/// version that said them when the wave opened.
public final class SurveysInForce {
  private final ProjectReader projects;
  private final Versions versions;
  private volatile @Nullable Known known;

  private record Known(long newest, Map<String, InForce.Entry<Survey>> surveys) {}

  public SurveysInForce(ProjectReader projects, Versions versions) {
    this.projects = projects;
    this.versions = versions;
  }

  public Optional<InForce.Entry<Survey>> find(String name) {
    return Optional.ofNullable(all().get(name));
  }

  /// By name.
  public Map<String, InForce.Entry<Survey>> all() {
    long newest = projects.newestVersion();
    var now = known;
    if (now == null || now.newest() != newest) {
      now = new Known(newest, read());
      known = now;
    }
    return now.surveys();
  }

  private Map<String, InForce.Entry<Survey>> read() {
    var surveys = new TreeMap<String, InForce.Entry<Survey>>();
    for (var object : projects.inForce()) {
      if (!object.name().kind().equals(Kind.SURVEY.word())) continue;
      var name = object.name().name();
      versions
          .project(object.version())
          .surveys()
          .find(name)
          .ifPresent(survey ->
              surveys.put(
                  name, new InForce.Entry<>(name, object.project(), object.version(), survey)));
    }
    return surveys;
  }

  /// The survey as it was when a wave opened.
  public Survey of(Wave wave) {
    return versions.project(wave.source().version()).surveys().find(wave.survey()).orElseThrow();
  }

  /// The people of a survey at a version of its project.
  public List<Person> people(Survey survey, long version) {
    var population = survey.population();
    if (population.group().isEmpty()) return population.people();
    Language first = survey.about().languages().getFirst();
    return versions
        .project(version)
        .groups()
        .find(population.group().get())
        .map(group ->
            group.members().stream()
                .map(member -> new Person(member.toLowerCase(Locale.ROOT), first, List.of()))
                .distinct()
                .toList())
        .orElse(List.of());
  }

  /// The channel that sends the mails of a wave, as it is now.
  Optional<Channel> channel(Survey survey, Wave wave) {
    var version = find(survey.name()).map(InForce.Entry::version).orElse(wave.source().version());
    return versions.project(version).channels().find(survey.delivery().channel());
  }
}
