package dev.sluice.nodes.script.plain;

/** What can be assigned to. Its base and key are evaluated once, before what is assigned. */
sealed interface Place extends Expression permits Local, Member, Element {
  /** Whose property it is; anything for a variable. */
  Object base(Frame frame);

  /** By what its base has it; anything where the script names it. */
  Object key(Frame frame);

  Object read(Frame frame, Object base, Object key);

  void write(Frame frame, Object base, Object key, Object operand);
}
