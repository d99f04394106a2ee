package dev.sluice.nodes.logic;

import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import java.util.List;

/** Makes something else of a text. */
public final class StringNode implements NodeType<StringNode.Config> {
  record Config(
      @Description("The text.") StringTemplate sourceData,
      @Description("What to make of it.") StringMethod method,
      @Description("The arguments of the method, in order.") List<StringTemplate> methodArgs,
      @Description("Where to put the result.") PayloadPath resultPath) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("StringNode", "string")
        .description("Splits, replaces, trims, pads or converts text.")
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    StringMethod method = config.method;
    StringTemplate[] templates = config.methodArgs.toArray(StringTemplate[]::new);
    if (templates.length < method.minimumArguments()) {
      throw new InvalidConfigException(
          "methodArgs",
          "has too few arguments",
          String.valueOf(templates.length),
          "at least " + method.minimumArguments());
    }
    return node -> {
      Payload payload = node.payload();
      String source = config.sourceData.render(payload);
      String[] arguments = new String[templates.length];
      for (int i = 0; i < templates.length; i++) {
        arguments[i] = templates[i].render(payload);
      }
      payload.set(config.resultPath, method.apply(source, new StringArguments(arguments)));
      return NodeAction.NEXT;
    };
  }
}
