/**
 * The one zip that holds given files under given names: entries in the order of their names, stored as they are, no other bytes.
 * Never packs, guesses or mends.
 */
package io.exhibit.seal.zip;
