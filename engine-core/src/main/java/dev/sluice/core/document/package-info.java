/** Flows as they are kept in files: exports, versions, bundles, application archives. */
@NullMarked
package dev.sluice.core.document;

import org.jspecify.annotations.NullMarked;
