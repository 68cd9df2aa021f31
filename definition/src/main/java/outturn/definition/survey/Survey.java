package outturn.definition.survey;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A few questions to a sample of people, asked in waves.
public record Survey(
    String name,
    About about,
    Population population,
    List<Item> items,
    Plan plan,
    Rules rules,
    Delivery delivery) {

  /// Fewer answers than these are never shown, whatever a file says.
  public static final int LEAST_NUMBERS = 5;

  /// Fewer comments than these are never shown, whatever a file says.
  public static final int LEAST_COMMENTS = 10;

  public Survey {
    items = List.copyOf(items);
  }

  /// What people read.
  ///
  /// @param languages the first one is that of people of whom no other is known
  public record About(
      Texts title,
      Texts purpose,
      List<Language> languages,
      Optional<String> owner,
      Optional<String> service) {
    public About {
      languages = List.copyOf(languages);
    }
  }

  /// How many are asked, and when.
  ///
  /// @param reminders how long after a wave opened those are reminded who have not answered
  /// @param closes how long after it opened a wave closes
  /// @param dates on which waves open by themselves; empty where somebody opens them
  public record Plan(
      Sample sample, List<Duration> reminders, Duration closes, Optional<WaveDates> dates) {
    public Plan {
      reminders = List.copyOf(reminders);
    }
  }

  /// How many of a population are asked.
  public sealed interface Sample {
    record Everybody() implements Sample {}

    record Count(int people) implements Sample {}

    /// @param percent above 0, to 100
    record Share(double percent) implements Sample {}
  }

  /// What may be shown.
  ///
  /// @param numbers least number of answers behind a number
  /// @param comments least number of comments that are shown
  /// @param weights the attributes whose groups count by their size
  public record Rules(int numbers, int comments, List<String> weights) {
    public Rules {
      weights = List.copyOf(weights);
    }
  }

  /// How people get their links.
  ///
  /// @param channel a channel of mail
  /// @param address where people reach the server, such as `https://outturn.example.org`
  public record Delivery(String channel, String address) {}

  public boolean asksForComments() {
    return items.stream().anyMatch(Item::isComment);
  }
}
