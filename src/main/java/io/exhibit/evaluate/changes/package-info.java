/**
 * What is otherwise on one sealed night than on the one before it: which members are watched, and how two readings are compared.
 */
package io.exhibit.evaluate.changes;
