/** The simulated organization: nights of it in simulated time, and its answers to whoever asks. */
package io.exhibit.cli.demo;
