/**
 * A simulated AWS organization that speaks the real wire protocols on loopback, for the demo and the tests.
 * Knows no other room, so that no mistake of ours is on both sides of the wire.
 */
package io.exhibit.sandbox;
