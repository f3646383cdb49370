/** Checking a pack or a vault, with what whoever checks has by another way. */
package io.exhibit.cli.verify;
