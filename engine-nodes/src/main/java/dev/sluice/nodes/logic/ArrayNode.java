package dev.sluice.nodes.logic;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works on an array of the payload, rule after rule. */
public final class ArrayNode implements NodeType<ArrayNode.Config> {
  private static final int MAX_RULES = 15;

  /**
   * What to do to which array.
   *
   * @param destArrayPath where the changed array goes, the source's own place if null
   */
  record Config(
      @Description("Where the array or text is found.") PayloadPath sourceArrayPath,
      @Description("Where to put the changed array; the source's own place if blank.")
          @Nullable PayloadPath destArrayPath,
      @Description("What to do, one after the other.") List<ArrayRule> rules) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("ArrayNode", "array")
        .description("Changes, searches, sorts or groups an array.")
        .flowClasses(Set.of(FlowClass.values()))
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    if (config.rules.size() > MAX_RULES) {
      throw new InvalidConfigException(
          "rules",
          "has too many rules",
          String.valueOf(config.rules.size()),
          "at most " + MAX_RULES);
    }
    List<ArrayOperation> bound = new ArrayList<>();
    for (ArrayRule rule : config.rules) {
      bound.add(rule.bind("rules[" + bound.size() + "]", binding));
    }
    ArrayOperation[] operations = bound.toArray(ArrayOperation[]::new);
    PayloadPath source = config.sourceArrayPath;
    PayloadPath destination = config.destArrayPath == null ? source : config.destArrayPath;
    boolean changes = config.rules.stream().anyMatch(ArrayRule::changesArray);
    return node -> {
      Value found = node.payload().get(source);
      ArrayValue array = array(found, source, node.payload());
      for (ArrayOperation operation : operations) {
        array = operation.apply(array, node);
      }
      // A text is searched and read like an array, but stays the text it is.
      boolean keepsText = found instanceof StringValue && destination.equals(source);
      if (changes && !keepsText) {
        node.payload().set(destination, array);
      }
      return NodeAction.NEXT;
    };
  }

  private static ArrayValue array(Value found, PayloadPath source, Payload payload) {
    return switch (found) {
      case ArrayValue array -> array;
      case StringValue string -> characters(string);
      default -> {
        ArrayValue empty = ArrayValue.of();
        payload.set(source, empty);
        yield empty;
      }
    };
  }

  private static ArrayValue characters(StringValue string) {
    ArrayValue.Builder characters = ArrayValue.builder();
    for (int i = 0; i < string.text().length(); i++) {
      characters.add(string.get(i));
    }
    return characters.build();
  }
}
