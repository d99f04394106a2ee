package dev.sluice.nodes.crypto;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.StringValue;
import org.jspecify.annotations.Nullable;

/** Where a node gets a key, a certificate or a request from. */
@FunctionalInterface
interface TextSource {
  /** How a field says where a text is. */
  enum Type {
    STRING_TEMPLATE,
    PAYLOAD_PATH,
    DISK_PATH
  }

  /** The text, empty if there is none. */
  String read(Payload payload);

  /**
   * A field and the one that tells its type.
   *
   * @param type the type, null if the flow does not tell it: it is then the one that editors begin
   *     with in flows of this class
   */
  static TextSource of(String field, @Nullable Type type, String source, NodeBinding binding) {
    if (source.isBlank()) {
      throw new InvalidConfigException(field, "is required", "nothing", "where to find the text");
    }
    boolean onEdge = binding.flowClass() == FlowClass.EDGE;
    Type given = type != null ? type : onEdge ? Type.DISK_PATH : Type.STRING_TEMPLATE;
    return switch (given) {
      case STRING_TEMPLATE -> {
        StringTemplate template = binding.template(field, source);
        yield template::render;
      }
      case PAYLOAD_PATH -> {
        PayloadPath path = binding.path(field, source);
        yield payload -> payload.get(path) instanceof StringValue text ? text.text() : "";
      }
      case DISK_PATH -> {
        if (!onEdge) {
          throw new InvalidConfigException(
              field + "Type", "is for edge flows", "diskPath", "stringTemplate or payloadPath");
        }
        StringTemplate template = binding.template(field, source);
        yield payload -> {
          throw noFiles(template.render(payload));
        };
      }
    };
  }

  /** How a run ends that reads a file: the engine gives flows none of the host's. */
  private static NodeException noFiles(String path) {
    return new NodeException(
        "FileAccessError", "The file \"" + path + "\" cannot be read: flows are given no files");
  }
}
