/** The demo organization's own book as YAML files: scope, registers, documents, decisions; fits the world of the month. */
package io.exhibit.sandbox.book;
