package dev.sluice.nodes.logic;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Choice;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.InvalidJsonException;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import java.util.List;

/** Sets, copies, moves and removes properties of the payload, rule after rule. */
public final class MutateNode implements NodeType<MutateNode.Config> {
  record Config(List<Rule> rules) {}

  @Choice("type")
  sealed interface Rule permits Set, Copy, Move, Remove {
    void apply(Payload payload);
  }

  enum ValueType {
    STRING,
    JSON
  }

  record Set(
      @Default("") StringTemplate valueTemplate,
      @Default("string") ValueType valueTemplateType,
      PayloadPath destination)
      implements Rule {
    @Override
    public void apply(Payload payload) {
      String text = valueTemplate.render(payload);
      payload.set(destination, valueTemplateType == ValueType.JSON ? parse(text) : Value.of(text));
    }

    /** What is not JSON sets undefined, as the newer edition of the reference has it. */
    private static Value parse(String text) {
      try {
        return Value.parseJson(text);
      } catch (InvalidJsonException e) {
        return Value.undefined();
      }
    }
  }

  record Copy(PayloadPath source, PayloadPath destination) implements Rule {
    @Override
    public void apply(Payload payload) {
      payload.set(destination, payload.get(source));
    }
  }

  record Move(PayloadPath source, PayloadPath destination) implements Rule {
    @Override
    public void apply(Payload payload) {
      Value value = payload.get(source);
      payload.remove(source);
      payload.set(destination, value);
    }
  }

  record Remove(PayloadPath source) implements Rule {
    @Override
    public void apply(Payload payload) {
      payload.remove(source);
    }
  }

  @Override
  public NodeDescription description() {
    return NodeDescription.of("MutateNode", "mutate")
        .label("Mutate")
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
    Rule[] rules = config.rules.toArray(Rule[]::new);
    return node -> {
      Payload payload = node.payload();
      for (Rule rule : rules) {
        rule.apply(payload);
      }
      return NodeAction.NEXT;
    };
  }
}
