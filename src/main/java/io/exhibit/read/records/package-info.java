/**
 * Makes records of the pieces of a source's answers: items as they stand, and items joined with their details.
 * Knows neither bytes nor runs.
 */
package io.exhibit.read.records;
