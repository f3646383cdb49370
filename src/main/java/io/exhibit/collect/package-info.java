/**
 * What to ask, and what came back: collectors, capture, the answer guard, redaction.
 * An answer becomes evidence, a failure a gap. Knows no AWS SDK and never judges.
 */
package io.exhibit.collect;
