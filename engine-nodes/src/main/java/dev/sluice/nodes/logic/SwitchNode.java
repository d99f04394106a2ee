package dev.sluice.nodes.logic;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.node.Outputs;
import dev.sluice.api.payload.Payload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Goes the way of the first case that equals a text, or the default way if none does. */
public final class SwitchNode implements NodeType<SwitchNode.Config> {
  private static final int DEFAULT = 0;

  record Config(
      @Description("The text to compare.") StringTemplate switchTemplate,
      @Description("The cases; each has an output, after that of the default.") List<Case> cases) {}

  record Case(@Description("The text that it equals.") @Default("") StringTemplate caseTemplate) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("SwitchNode", "switch")
        .description("Branches on which of several cases a text equals.")
        .flowClasses(Set.of(FlowClass.values()))
        .outputs(Outputs.of("default"))
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public Outputs outputs(Config config) {
    List<String> names = new ArrayList<>(List.of("default"));
    config.cases.forEach(option -> names.add(option.caseTemplate.source()));
    return new Outputs(names, -1);
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    StringTemplate subject = config.switchTemplate;
    StringTemplate[] cases =
        config.cases.stream().map(Case::caseTemplate).toArray(StringTemplate[]::new);
    if (config.cases.stream().allMatch(option -> option.caseTemplate.isConstant())) {
      Map<String, Integer> outputs = new HashMap<>();
      for (int i = 0; i < cases.length; i++) {
        outputs.putIfAbsent(cases[i].render(Payload.empty()), i + 1);
      }
      return node -> outputs.getOrDefault(subject.render(node.payload()), DEFAULT);
    }
    return node -> {
      String text = subject.render(node.payload());
      for (int i = 0; i < cases.length; i++) {
        if (cases[i].render(node.payload()).equals(text)) {
          return i + 1;
        }
      }
      return DEFAULT;
    };
  }
}
