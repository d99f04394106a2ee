package dev.sluice.nodes.script.plain;

/** An object of entries with computed keys and of the entries of other objects. */
record ObjectAssembly(Entry[] entries) implements Expression {
  /**
   * A part of it.
   *
   * @param key gives its name, or is a spread
   * @param value gives what it holds, or all that is spread
   */
  record Entry(Expression key, Expression value) {}

  private static final String[] NO_KEYS = {};

  @Override
  public Object evaluate(Frame frame) {
    ObjectDraft made = new ObjectDraft(NO_KEYS, new Object[0]);
    for (Entry entry : entries) {
      if (entry.key instanceof Spread) {
        spread(entry.value.evaluate(frame), made, frame);
      } else {
        String name = Properties.name(entry.key.evaluate(frame));
        made.put(name, entry.value.evaluate(frame));
      }
    }
    return made;
  }

  private static void spread(Object operand, ObjectDraft into, Frame frame) {
    if (Coercion.isNullish(operand)) {
      return;
    }
    if (!(operand instanceof ObjectDraft object)) {
      throw new DoubtException();
    }
    for (String key : object.keys(frame)) {
      into.put(key, object.get(key));
    }
  }
}
