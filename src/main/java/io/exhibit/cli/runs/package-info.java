/** Commands that ask AWS and judge what came back: a run by hand, the look before it, and judging again. */
package io.exhibit.cli.runs;
