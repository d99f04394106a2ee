/** String templates: Handlebars compiled to a tree of small immutable parts. */
@NullMarked
package dev.sluice.core.language.template;

import org.jspecify.annotations.NullMarked;
