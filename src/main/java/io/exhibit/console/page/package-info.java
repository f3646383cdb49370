/** What any page is written with: times and numbers in words, lists, tables, what was typed, and refusals. It knows no desk and no visitor. */
package io.exhibit.console.page;
