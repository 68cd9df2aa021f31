package outturn.definition.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outturn.definition.project.Project;
import outturn.definition.project.ProjectReader;
import outturn.definition.survey.Population.Person;

class SurveyReaderTest {
  private final Project project =
      ProjectReader.read(Path.of("src/test/resources/full")).project().orElseThrow();
  private final Survey pulse = project.surveys().find("it-pulse").orElseThrow();
  private final Survey suite = project.surveys().find("suite").orElseThrow();

  @Test
  void peopleComeFromTheFileWithTheirLanguageAndGroups() {
    assertThat(pulse.population().attributes()).containsExactly("site");
    assertThat(pulse.population().people())
        .containsExactly(
            new Person("ann@example.org", Language.EN, List.of("north")),
            new Person("bo@example.org", Language.DE, List.of("south")),
            new Person("cy@example.org", Language.EN, List.of("north")));
    assertThat(suite.population().group()).contains("clerks");
  }

  @Test
  void instrumentsBringTheirQuestionsAndOthersTheirOwn() {
    assertThat(pulse.items())
        .extracting(Item::name)
        .containsExactly("g1", "g2", "speed", "reason", "comment");
    assertThat(pulse.items().get(2).version()).isEqualTo(2);
    assertThat(pulse.items().get(2).about().in(Language.DE)).isEqualTo("Die IT hilft mir schnell.");
    assertThat(pulse.asksForComments()).isTrue();
    assertThat(suite.items()).hasSize(12);
    assertThat(suite.items().getLast().instrument()).isEqualTo(Optional.of(Instrument.UMUX_LITE));
  }

  @Test
  void theRulesAreThoseOfTheFileOrStricterThanNoFileMayBe() {
    assertThat(pulse.rules()).isEqualTo(new Survey.Rules(8, 20, List.of("site")));
    assertThat(suite.rules()).isEqualTo(new Survey.Rules(5, 10, List.of()));
    assertThat(pulse.plan())
        .isEqualTo(
            new Survey.Plan(
                new Survey.Sample.Share(50),
                List.of(Duration.ofDays(4), Duration.ofDays(9)),
                Duration.ofDays(14),
                Optional.empty()));
    assertThat(suite.plan().sample()).isEqualTo(new Survey.Sample.Everybody());
  }

  @Test
  void everyPointOfEveryScaleHasWordsInEveryLanguage() {
    for (var points : Points.values()) {
      for (var point = points.lowest(); point <= points.highest(); point++) {
        for (var language : Language.values()) {
          assertThat(points.label(point, language)).isNotBlank();
        }
      }
    }
    for (var instrument : Instrument.values()) {
      assertThat(instrument.items())
          .allSatisfy(item -> assertThat(item.about().all()).containsOnlyKeys(Language.values()));
    }
  }
}
