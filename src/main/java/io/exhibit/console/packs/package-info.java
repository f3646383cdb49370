/** Packs: those that were issued and those that wait, and the room that an auditor has of one. */
package io.exhibit.console.packs;
