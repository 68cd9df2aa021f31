package outturn.outcome.survey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import outturn.definition.survey.Population.Person;
import outturn.definition.survey.Survey.Sample;

/// Draws who is asked: a simple random sample, the same for the same seed and people.
public final class SampleDraw {
  private SampleDraw() {}

  /// @param population how many people there are, with those who may not be asked now
  /// @param willing those who may be asked now
  public static List<Person> of(Sample sample, int population, List<Person> willing, long seed) {
    var people = new ArrayList<>(willing);
    people.sort(Comparator.comparing(Person::address));
    Collections.shuffle(people, new Random(seed));
    int wanted =
        switch (sample) {
          case Sample.Everybody _ -> people.size();
          case Sample.Count(var count) -> count;
          case Sample.Share(var percent) -> (int) Math.ceil(population * percent / 100);
        };
    return List.copyOf(people.subList(0, Math.min(wanted, people.size())));
  }
}
