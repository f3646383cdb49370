/**
 * Prints an assessed period as a pack. FreeMarker and PDFBox live here.
 * The same input gives the same bytes; nothing is fetched, nothing is judged.
 */
package io.exhibit.render;
