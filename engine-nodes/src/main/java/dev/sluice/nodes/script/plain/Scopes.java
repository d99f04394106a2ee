package dev.sluice.nodes.script.plain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The variables that a script has declared up to a place. A name can be used only after it was
 * declared, and not declared while it is in sight: so nothing depends on what follows.
 */
final class Scopes {
  private final Deque<Map<String, Local>> blocks = new ArrayDeque<>();
  private final Map<String, Local> function = new HashMap<>();
  private int slots;

  Scopes() {
    blocks.push(function);
  }

  void open() {
    blocks.push(new HashMap<>());
  }

  void close() {
    blocks.pop();
  }

  @Nullable Local find(String name) {
    for (Map<String, Local> block : blocks) {
      Local found = block.get(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  Local declare(String name, boolean mayChange) {
    if (Words.areReserved(name) || find(name) != null) {
      throw new BeyondPlainException();
    }
    Local made = new Local(slots++, mayChange);
    blocks.element().put(name, made);
    return made;
  }

  /** Declares a variable of the whole script; it may do so again. */
  Local declareInFunction(String name) {
    Local known = find(name);
    if (known != null && known.equals(function.get(name)) && known.slot() > 0) {
      return known;
    }
    if (Words.areReserved(name) || known != null) {
      throw new BeyondPlainException();
    }
    Local made = new Local(slots++, true);
    function.put(name, made);
    return made;
  }

  int slots() {
    return slots;
  }
}
