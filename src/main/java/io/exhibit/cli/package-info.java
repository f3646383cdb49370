/**
 * The command line: commands, settings, wiring.
 * The only room with a clock, randomness, console output and an exit code; it knows everybody. Here stands where the program starts;
 * each kind of command has a package of its own.
 */
package io.exhibit.cli;
