/**
 * What was asked and what came back: sources, targets, exchanges, gaps, records, and the record of a run.
 * Data only: no input or output, no clock, nothing but the JDK, no other room.
 */
package io.exhibit.evidence;
