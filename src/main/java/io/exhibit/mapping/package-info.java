/**
 * Reads what people write: mappings, the organization's book, settings. YAML lives here.
 * Mistakes come back as problems with file, line and column, all at once; nothing is guessed.
 */
package io.exhibit.mapping;
