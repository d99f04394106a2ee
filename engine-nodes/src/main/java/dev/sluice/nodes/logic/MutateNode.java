package dev.sluice.nodes.logic;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.language.JsonTemplate;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Choice;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Sets, copies, moves and removes properties of the payload, rule after rule. */
public final class MutateNode implements NodeType<MutateNode.Config> {
  record Config(@Description("What to do, one after the other.") List<Rule> rules) {}

  @Choice("type")
  sealed interface Rule permits Set, Copy, Move, Remove {
    /** What the rule does. */
    Consumer<Payload> bind(String field, NodeBinding binding);
  }

  enum ValueType {
    STRING,
    JSON
  }

  @Description("Sets a value.")
  record Set(
      @Description("The value.") @Default("") String valueTemplate,
      @Description("Whether the value is text or JSON.") @Default("string")
          ValueType valueTemplateType,
      @Description("Where to put it.") PayloadPath destination)
      implements Rule {
    @Override
    public Consumer<Payload> bind(String field, NodeBinding binding) {
      String name = field + ".valueTemplate";
      if (valueTemplateType == ValueType.JSON) {
        JsonTemplate template = binding.jsonTemplate(name, valueTemplate);
        // What is not JSON sets undefined, as the newer edition of the reference has it.
        return payload -> payload.set(destination, template.evaluate(payload, Value.undefined()));
      }
      StringTemplate template = binding.template(name, valueTemplate);
      return payload -> payload.set(destination, Value.of(template.render(payload)));
    }
  }

  @Description("Copies a value.")
  record Copy(
      @Description("Where the value is found.") PayloadPath source,
      @Description("Where to put it.") PayloadPath destination)
      implements Rule {
    @Override
    public Consumer<Payload> bind(String field, NodeBinding binding) {
      return payload -> payload.set(destination, payload.get(source));
    }
  }

  @Description("Moves a value.")
  record Move(
      @Description("Where the value is found.") PayloadPath source,
      @Description("Where to put it.") PayloadPath destination)
      implements Rule {
    @Override
    public Consumer<Payload> bind(String field, NodeBinding binding) {
      return payload -> {
        Value value = payload.get(source);
        payload.remove(source);
        payload.set(destination, value);
      };
    }
  }

  @Description("Removes a value.")
  record Remove(@Description("Where the value is found.") PayloadPath source) implements Rule {
    @Override
    public Consumer<Payload> bind(String field, NodeBinding binding) {
      return payload -> payload.remove(source);
    }
  }

  @Override
  public NodeDescription description() {
    return NodeDescription.of("MutateNode", "mutate")
        .description("Sets, copies, moves and removes properties of the payload.")
        .flowClasses(java.util.Set.of(FlowClass.values()))
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    List<Consumer<Payload>> bound = new ArrayList<>();
    for (Rule rule : config.rules) {
      bound.add(rule.bind("rules[" + bound.size() + "]", binding));
    }
    @SuppressWarnings("unchecked")
    Consumer<Payload>[] rules = bound.toArray(Consumer[]::new);
    return node -> {
      Payload payload = node.payload();
      for (Consumer<Payload> rule : rules) {
        rule.accept(payload);
      }
      return NodeAction.NEXT;
    };
  }
}
