/**
 * The pipeline: collect, seal, read, evaluate, render, deliver, each run readable on one page.
 * Knows nouns and verbs; no library, no clock, no console.
 */
package io.exhibit.run;
