/**
 * The command line: commands, settings, wiring.
 * The only room with a clock, randomness, console output and an exit code; it knows everybody.
 */
package io.exhibit.cli;
