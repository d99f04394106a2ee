package dev.sluice.nodes.logic;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Utf8;
import dev.sluice.api.payload.Value;
import java.util.Base64;
import java.util.Set;

/** Writes text or bytes as Base64. */
public final class Base64EncodeNode implements NodeType<Base64EncodeNode.Config> {
  private static final double TWO_TO_THE_32 = 0x1p32;

  record Config(
      @Description("Where the text or the array of bytes is found.") PayloadPath source,
      @Description("Where to put the Base64 text.") PayloadPath destination) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("Base64EncodeNode", "base64-encode")
        .label("Base64: Encode")
        .description("Turns text or bytes into Base64.")
        .flowClasses(Set.of(FlowClass.EMBEDDED))
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    return node -> {
      byte[] bytes = bytes(node.payload().get(config.source), config.source);
      node.payload().set(config.destination, Value.of(Base64.getEncoder().encodeToString(bytes)));
      return NodeAction.NEXT;
    };
  }

  private static byte[] bytes(Value source, PayloadPath path) {
    return switch (source) {
      case StringValue string -> Utf8.encode(string.text());
      case ArrayValue array -> {
        byte[] bytes = new byte[array.size()];
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = toByte(array.get(i).toNumber());
        }
        yield bytes;
      }
      default ->
          throw new NodeException(
              "ValidationError", "There is neither text nor an array of bytes at " + path);
    };
  }

  /** The lowest eight bits, as JavaScript's byte arrays take them; what is no number is 0. */
  private static byte toByte(double number) {
    return (byte) (long) (number % TWO_TO_THE_32);
  }
}
