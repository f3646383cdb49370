/**
 * Reads the body of an answer by its shape: JSON and the two XML dialects, streamed, typed, by AWS's own member names.
 * Knows nothing of runs, readings or records.
 */
package io.exhibit.read.wire;
