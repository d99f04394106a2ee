package dev.sluice.core.language.template;

/** A compiled piece of a template. Immutable. */
interface Part {
  /** Adds what this renders to. */
  void render(Rendering rendering, Scope scope);
}
