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
import dev.sluice.api.payload.Value;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/** Reads Base64 as text or bytes. */
public final class Base64DecodeNode implements NodeType<Base64DecodeNode.Config> {
  record Config(
      @Description("Where the Base64 text is found.") PayloadPath source,
      @Description("Where to put what it says.") PayloadPath destination,
      @Description("Whether to put text there, and not an array of bytes.") boolean stringOutput) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("Base64DecodeNode", "base64-decode")
        .label("Base64: Decode")
        .description("Turns Base64 into text or bytes.")
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
      if (!(node.payload().get(config.source) instanceof StringValue source)) {
        throw new NodeException("ValidationError", "There is no text at " + config.source);
      }
      byte[] bytes = decode(source.text());
      node.payload()
          .set(
              config.destination,
              config.stringOutput
                  ? Value.of(new String(bytes, StandardCharsets.UTF_8))
                  : array(bytes));
      return NodeAction.NEXT;
    };
  }

  /**
   * Reads both alphabets and ends at the padding. What is in neither alphabet is skipped, and so is
   * a last character that is no byte yet.
   */
  private static byte[] decode(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length() && text.charAt(i) != '='; i++) {
      char c = text.charAt(i);
      switch (c) {
        case '-' -> digits.append('+');
        case '_' -> digits.append('/');
        default -> {
          if (isDigit(c)) {
            digits.append(c);
          }
        }
      }
    }
    if (digits.length() % 4 == 1) {
      digits.setLength(digits.length() - 1);
    }
    return Base64.getDecoder().decode(digits.toString());
  }

  private static boolean isDigit(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/';
  }

  private static ArrayValue array(byte[] bytes) {
    ArrayValue.Builder array = ArrayValue.builder();
    for (byte octet : bytes) {
      array.add(Value.of(Byte.toUnsignedInt(octet)));
    }
    return array.build();
  }
}
