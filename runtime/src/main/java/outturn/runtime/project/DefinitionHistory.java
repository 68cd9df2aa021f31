package outturn.runtime.project;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outturn.definition.project.Project;
import outturn.definition.survey.Item;
import outturn.outcome.definition.Defined;
import outturn.outcome.definition.Definition;
import outturn.store.project.ProjectReader;
import outturn.store.project.ProjectVersion;

/// What the measures of projects were said to count, by all of the versions that were applied. Each
/// version is read once.
final class DefinitionHistory {
  private static final Logger LOG = LoggerFactory.getLogger(DefinitionHistory.class);

  private final ProjectReader projects;
  private final Versions versions;
  private final Map<String, OfProject> all = new HashMap<>();

  DefinitionHistory(ProjectReader projects, Versions versions) {
    this.projects = projects;
    this.versions = versions;
  }

  private static final class OfProject {
    private long read;
    private final Map<String, List<Defined>> measures = new HashMap<>();
  }

  /// The definitions of a measure that differ from the one before, the oldest first.
  ///
  /// @param version the one in force
  synchronized List<Defined> of(String project, long version, String measure) {
    var known = all.computeIfAbsent(project, _ -> new OfProject());
    if (known.read < version) {
      projects.history(project).stream()
          .filter(each -> each.id() > known.read)
          .sorted(Comparator.comparingLong(ProjectVersion::id))
          .forEach(each -> read(known, each));
    }
    return List.copyOf(known.measures.getOrDefault(measure, List.of()));
  }

  private void read(OfProject known, ProjectVersion version) {
    known.read = version.id();
    try {
      var project = versions.project(version.id());
      project
          .measures()
          .all()
          .forEach(measure ->
              add(
                  known.measures.computeIfAbsent(measure.name(), _ -> new ArrayList<>()),
                  version.applied(),
                  Definition.of(
                      measure,
                      path -> text(project, path),
                      (survey, item) -> version(project, survey, item))));
    } catch (IllegalStateException unreadable) {
      LOG.warn("what measures counted is not known of one version: {}", unreadable.getMessage());
    }
  }

  private static void add(List<Defined> before, Instant since, Definition definition) {
    if (!before.isEmpty() && before.getLast().definition().equals(definition)) return;
    before.add(new Defined(since, definition));
  }

  /// Of an item of a survey; the score of an instrument is of its only version.
  private static int version(Project project, String survey, String item) {
    return project.surveys().find(survey).stream()
        .flatMap(found -> found.items().stream())
        .filter(each -> each.name().equals(item))
        .mapToInt(Item::version)
        .findFirst()
        .orElse(1);
  }

  private static String text(Project project, String path) {
    return project.files().text(path).orElse("");
  }
}
