/** Commands for what is kept: what lies in a vault, its keys, and copies of what lies beside it. */
package io.exhibit.cli.vault;
