/** The way down from a claim: the population of a test, an item of it, and the raw answer that proves it. */
package io.exhibit.console.claims;
