package dev.sluice.core.manage;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an advanced query asks of a flow or a version. Immutable. */
sealed interface Condition {
  /**
   * Whether a candidate meets it.
   *
   * @param bodies reads the body of a document; not asked unless {@link #readsBodies()}
   */
  boolean test(Candidate candidate, Function<String, ObjectValue> bodies);

  /** Whether it looks at nodes, which are not in heads. */
  default boolean readsBodies() {
    return false;
  }

  /** All of several. */
  record All(List<Condition> parts) implements Condition {
    @Override
    public boolean test(Candidate candidate, Function<String, ObjectValue> bodies) {
      for (Condition part : parts) {
        if (!part.test(candidate, bodies)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public boolean readsBodies() {
      return parts.stream().anyMatch(Condition::readsBodies);
    }
  }

  /** One of several. */
  record Any(List<Condition> parts) implements Condition {
    @Override
    public boolean test(Candidate candidate, Function<String, ObjectValue> bodies) {
      for (Condition part : parts) {
        if (part.test(candidate, bodies)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public boolean readsBodies() {
      return parts.stream().anyMatch(Condition::readsBodies);
    }
  }

  /** Not another. */
  record Not(Condition part) implements Condition {
    @Override
    public boolean test(Candidate candidate, Function<String, ObjectValue> bodies) {
      return !part.test(candidate, bodies);
    }

    @Override
    public boolean readsBodies() {
      return part.readsBodies();
    }
  }

  /** What a field holds. Of several values one is enough. */
  record Field(String name, ValueTest value) implements Condition {
    @Override
    public boolean test(Candidate candidate, Function<String, ObjectValue> bodies) {
      return value.test(candidate.field(name));
    }
  }

  /** A trigger among the triggers. */
  record HasTrigger(String type, @Nullable String key, ObjectValue config) implements Condition {
    @Override
    public boolean test(Candidate candidate, Function<String, ObjectValue> bodies) {
      return candidate.triggers().stream()
          .anyMatch(
              trigger ->
                  trigger.type().equals(type)
                      && (key == null || key.equals(trigger.key()))
                      && isIn(config, trigger.config()));
    }
  }

  /** A node among the nodes. */
  record HasNode(String type, ObjectValue config) implements Condition {
    @Override
    public boolean test(Candidate candidate, Function<String, ObjectValue> bodies) {
      if (!(bodies.apply(candidate.documentId()).get("nodes") instanceof ArrayValue nodes)) {
        return false;
      }
      for (Value node : nodes) {
        if (node.get("type").toText().equals(type) && isIn(config, node.get("config"))) {
          return true;
        }
      }
      return false;
    }

    @Override
    public boolean readsBodies() {
      return true;
    }
  }

  /** Whether a configuration has all that is asked for; null asks for what is not there. */
  private static boolean isIn(ObjectValue wanted, Value config) {
    for (int i = 0; i < wanted.size(); i++) {
      Value found = config.get(wanted.keyAt(i));
      Value expected = wanted.valueAt(i);
      boolean absent = !expected.isPresent() && !found.isPresent();
      if (!absent && !found.equals(expected)) {
        return false;
      }
    }
    return true;
  }
}
