/** Measurements, each beside the bare limit in the same run. */
package io.exhibit.cli.bench;
