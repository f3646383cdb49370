/** The doctor: whether everything that a run needs is there, one check after the other. */
package io.exhibit.cli.checks;
