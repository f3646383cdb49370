/**
 * Judges records by assertions: expressions, verdicts, roll-up, freshness, the period. CEL lives here.
 * Unknown is never good news: what cannot be read is inconclusive. No files, no network, no clock.
 */
package io.exhibit.evaluate;
