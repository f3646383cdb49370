/**
 * Makes typed records of raw bytes, offline, by a frozen table of record types.
 * Knows no AWS SDK and stores nothing; what it does not know it counts.
 */
package io.exhibit.read;
