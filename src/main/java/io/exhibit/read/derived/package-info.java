/**
 * The derived readings, one class each, and the list of them.
 */
package io.exhibit.read.derived;
