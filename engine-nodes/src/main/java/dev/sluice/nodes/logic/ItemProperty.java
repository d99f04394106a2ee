package dev.sluice.nodes.logic;

import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.payload.InvalidPathException;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import org.jspecify.annotations.Nullable;

/**
 * A property of each item of an array: the one of that very name, else what the name finds when it
 * is read as a path.
 *
 * @param path null where the name is no path
 */
record ItemProperty(String name, @Nullable PayloadPath path) {
  static ItemProperty of(String field, String name) {
    String trimmed = name.strip();
    if (trimmed.isEmpty()) {
      throw new InvalidConfigException(
          field, "is required", "nothing", "the name of a property of the items");
    }
    try {
      return new ItemProperty(trimmed, PayloadPath.parse(trimmed));
    } catch (InvalidPathException e) {
      return new ItemProperty(trimmed, null);
    }
  }

  Value read(Value item) {
    if (path == null || (item instanceof ObjectValue object && object.has(name))) {
      return item.get(name);
    }
    return path.read(item);
  }
}
