package dev.sluice.nodes.logic;

import dev.sluice.api.payload.ContainerValue;
import dev.sluice.api.payload.InvalidPathException;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.UndefinedValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Properties by name; a name that the object does not have may be a path into it. */
record PropertyNames(List<String> names) {
  /** An object of the properties of these names. */
  ObjectValue pick(ContainerValue source) {
    ObjectValue object = Properties.object(source);
    ObjectValue.Builder picked = ObjectValue.builder();
    List<PayloadPath> paths = new ArrayList<>();
    for (String name : names) {
      if (object.has(name)) {
        picked.put(name, object.get(name));
      } else {
        path(name).ifPresent(paths::add);
      }
    }
    Payload result = Payload.of(picked.build());
    for (PayloadPath path : paths) {
      if (path.read(object) != UndefinedValue.UNDEFINED) {
        result.set(path, path.read(object));
      }
    }
    return (ObjectValue) result.root();
  }

  /** An object of all properties but those of these names. */
  ObjectValue omit(ContainerValue source) {
    ObjectValue object = Properties.object(source);
    HashSet<String> left = new HashSet<>(names);
    ObjectValue.Builder kept = ObjectValue.builder();
    object.forEach(
        (key, value) -> {
          if (!left.contains(key)) {
            kept.put(key, value);
          }
        });
    Payload result = Payload.of(kept.build());
    for (String name : names) {
      if (!object.has(name)) {
        path(name).ifPresent(result::remove);
      }
    }
    return (ObjectValue) result.root();
  }

  /** A path of more than one key; a lone key is looked for as it is. */
  private static Optional<PayloadPath> path(String name) {
    if (name.equals(".") || (name.indexOf('.') < 0 && name.indexOf('[') < 0)) {
      return Optional.empty();
    }
    try {
      return Optional.of(PayloadPath.parse(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
