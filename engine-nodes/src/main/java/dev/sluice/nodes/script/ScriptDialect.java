package dev.sluice.nodes.script;

/** What a script may use beside the language. */
public enum ScriptDialect {
  /** The language, the console and Buffer. A promise is a value like any other. */
  PLAIN,

  /** Also {@code require} of some built-in modules, and {@code await}. */
  EDGE
}
