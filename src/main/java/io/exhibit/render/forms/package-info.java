/**
 * The pack in other forms, for spreadsheets and programs: each one a small writer from the same content as the report.
 * The same content gives the same bytes; nothing is judged here, and nothing is said that the report does not say.
 */
package io.exhibit.render.forms;
