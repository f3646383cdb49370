/** Commands that bind a month, have it approved and signed, and hand it over. */
package io.exhibit.cli.packs;
