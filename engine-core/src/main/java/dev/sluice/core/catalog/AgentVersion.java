package dev.sluice.core.catalog;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a workflow agent, ordered from old to new. */
public record AgentVersion(int major, int minor, int patch) implements Comparable<AgentVersion> {
  private static final Pattern FORM =
      Pattern.compile("(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})");
  private static final Comparator<AgentVersion> ORDER =
      Comparator.comparingInt(AgentVersion::major)
          .thenComparingInt(AgentVersion::minor)
          .thenComparingInt(AgentVersion::patch);

  /** The version that a text such as {@code 1.21.0} names, empty if it names none. */
  public static Optional<AgentVersion> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new AgentVersion(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3))));
  }

  @Override
  public int compareTo(AgentVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
